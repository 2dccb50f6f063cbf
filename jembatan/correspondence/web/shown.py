"""Messages made ready to be read: the text in its parts, as markup, and the date by the sender's own clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.models import Message, MessageAttachment, Thread
from jembatan.correspondence.queries.conversation import Spoken
from jembatan.correspondence.queries.on_server import OnServer
from jembatan.correspondence.queries.read_back.standing import Standing
from jembatan.correspondence.queries.rows import Who, snippet, who_wrote
from jembatan.correspondence.web.languages import language_name
from jembatan.correspondence.web.plain_text import linked
from jembatan.correspondence.web.suggested import Suggestion, suggested_deadlines
from jembatan.correspondence.web.translated import Translated, Translations
from jembatan.platform.ui.moments import day_text, zone_text

OPENED = 2
LONGEST_ENDING = 5
PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}


@dataclass(frozen=True, slots=True)
class File:
    """An attachment, and its kind in a word: "DOCX"."""

    attachment: MessageAttachment
    kind: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A message with its text in parts. It is marked as answered on its server since `answered_at`, and nothing here answers it. `written_at` is "" where the sender's clock says nothing more than ours."""

    spoken: Spoken
    who: Who
    reply: SafeString
    quoted: SafeString
    signature: SafeString
    snippet: str
    language: str
    written_at: str
    pictures: list[File]
    files: list[File]
    opened: bool
    translated: Translated | None
    read_back: Standing | None
    there: OnServer | None
    answered_at: datetime | None
    deadlines: list[Suggestion]


def shown_messages(
    spoken: list[Spoken],
    *,
    latest: bool,
    at: int | None,
    translations: Translations | None = None,
    read_backs: Mapping[str, Standing] | None = None,
    there: Mapping[int, OnServer] | None = None,
    suggest_for: Thread | None = None,
) -> list[Shown]:
    """The last two are open, and the one that was asked for; of earlier pages none.

    With `suggest_for`, the conversation that they belong to, each says which deadlines its words set.
    """
    first_open = len(spoken) - OPENED if latest else len(spoken)
    answered = max((number for number, each in enumerate(spoken) if each.message.ours), default=-1)
    return [
        _shown(
            each,
            opened=number >= first_open or each.message.pk == at,
            translated=translations.of(each.message) if translations else None,
            read_back=(read_backs or {}).get(each.message.message_id) if each.message.ours else None,
            there=(there or {}).get(each.message.pk),
            unanswered=latest and number > answered,
            thread=suggest_for,
        )
        for number, each in enumerate(spoken)
    ]


def _shown(
    spoken: Spoken,
    *,
    opened: bool,
    translated: Translated | None,
    read_back: Standing | None,
    there: OnServer | None,
    unanswered: bool,
    thread: Thread | None,
) -> Shown:
    message = spoken.message
    parts = split(message.text)
    files = [File(each, kind_of(each)) for each in spoken.attachments if not _is_part_of_html(each, spoken)]
    return Shown(
        spoken=spoken,
        who=who_wrote(message),
        reply=linked(parts.reply),
        quoted=linked(parts.quoted),
        signature=linked(parts.signature),
        snippet=snippet(message.text),
        language=language_name(message.language),
        written_at=as_written(message),
        pictures=[each for each in files if each.attachment.type.lower() in PICTURES],
        files=[each for each in files if each.attachment.type.lower() not in PICTURES],
        opened=opened,
        translated=translated,
        read_back=read_back,
        there=there,
        answered_at=there.answered_at if there and unanswered else None,
        deadlines=suggested_deadlines(thread, message) if thread else [],
    )


def as_written(message: Message) -> str:
    """ "25 Nov 2026, 08.30 (UTC+1)" by the sender's clock; "" without an offset, or where it is the reader's own."""
    if message.sent_at is None or message.sent_offset is None:
        return ""
    written = message.sent_at.astimezone(timezone(timedelta(minutes=message.sent_offset)))
    if written.utcoffset() == localtime(message.sent_at).utcoffset():
        return ""
    return f"{day_text(written.date())}, {written:%H:%M} {zone_text(written)}"


def kind_of(attachment: MessageAttachment) -> str:
    """By the ending of the name, which people know; else the sender's media type."""
    _stem, dot, ending = attachment.name.rpartition(".")
    known = dot and ending.isalnum() and len(ending) <= LONGEST_ENDING
    return ending.upper() if known else attachment.type


def _is_part_of_html(attachment: MessageAttachment, spoken: Spoken) -> bool:
    """A picture that the formatted message shows in its place is no attachment to the reader."""
    return attachment.inline and bool(attachment.content_id) and spoken.has_html
