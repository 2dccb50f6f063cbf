"""A draft as the letter that leaves: receivers read, signature and quotation below, files fetched."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.correspondence.formats.answering import quoted, with_signature
from jembatan.correspondence.formats.message import Address, Attachment
from jembatan.correspondence.formats.outgoing import CalendarPart, Letter
from jembatan.correspondence.formats.receivers import read_receivers, write_receivers
from jembatan.correspondence.models import Draft, Message, SendingAddress
from jembatan.platform.files.store import open_stored
from jembatan.platform.ui.moments import moment_text


def letter_of(
    draft: Draft, sender: SendingAddress, *, message_id: str, date: datetime, foot: str = ""
) -> Letter:
    """`foot` stands below the writer's words. Raises `NotAReceiver`; what else is wrong with it, `compose` says."""
    files, calendar = _files(draft)
    answered = draft.answers if draft.kind != Draft.Kind.FORWARD else None
    return Letter(
        message_id=message_id,
        date=date.astimezone(ZoneInfo(draft.desk.time_zone)),
        sender=Address(sender.name, sender.email),
        to=tuple(read_receivers(draft.to)),
        cc=tuple(read_receivers(draft.cc)),
        bcc=tuple(read_receivers(draft.bcc)),
        reply_to=sender.reply_to,
        subject=draft.subject.strip(),
        text=whole_text(draft, sender, foot=foot),
        formatted=draft.formatted,
        in_reply_to=answered.message_id if answered else "",
        references=(*answered.references, answered.message_id) if answered else (),
        attachments=tuple(files),
        calendar=calendar,
    )


def whole_text(draft: Draft, sender: SendingAddress | None, *, foot: str = "") -> str:
    """The writer's words and what is put at their foot, then what the composer shows below them."""
    words = f"{draft.text.rstrip()}\n\n{foot}\n" if foot else draft.text
    below = below_the_text(draft, sender)
    return f"{words.rstrip()}\n{below}" if below else words


def below_the_text(draft: Draft, sender: SendingAddress | None = None) -> str:
    """Signature and quotation; what introduces it is in the language that the correspondent writes, else in the desk's."""
    sender = sender or draft.from_address
    signed = with_signature("", sender.signature if sender else "")
    if not draft.quote or draft.answers is None:
        return signed
    with (
        translation.override(_language(draft, draft.answers)),
        timezone.override(ZoneInfo(draft.desk.time_zone)),
    ):
        heading = _forwarded if draft.kind == Draft.Kind.FORWARD else _attribution
        return f"{signed}\n{heading(draft.answers)}"


def _language(draft: Draft, answered: Message) -> str:
    """A forwarded mail goes to somebody else than whoever wrote it."""
    theirs = draft.kind != Draft.Kind.FORWARD and answered.language in dict(settings.LANGUAGES)
    return answered.language if theirs else draft.desk.language


def _attribution(answered: Message) -> str:
    who = answered.from_name or answered.from_email
    line = (
        _("On %(date)s, %(name)s wrote:") % {"date": _moment(answered), "name": who}
        if answered.sent_at
        else _("%(name)s wrote:") % {"name": who}
    )
    return f"{line}\n{quoted(answered.text)}\n"


def _forwarded(forwarded: Message) -> str:
    """As it was, not behind ">": the reader has never seen it."""
    to = [
        Address(recipient.name, recipient.email)
        for recipient in forwarded.recipients.filter(field="to").order_by("pk")
    ]
    facts = {
        _("From"): write_receivers([Address(forwarded.from_name, forwarded.from_email)]),
        _("Date"): _moment(forwarded),
        _("Subject"): forwarded.subject,
        _("To"): write_receivers(to),
    }
    head = "\n".join(f"{name}: {value}" for name, value in facts.items() if value)
    return f"{_('---------- Forwarded message ----------')}\n{head}\n\n{forwarded.text.strip()}\n"


def _moment(message: Message) -> str:
    return moment_text(message.sent_at) if message.sent_at else ""


def _files(draft: Draft) -> tuple[list[Attachment], CalendarPart | None]:
    files, calendar = [], None
    for each in draft.attachments.select_related("file").order_by("pk"):
        with open_stored(each.file) as content:
            if each.method:
                calendar = CalendarPart(each.method, content.read())
            else:
                files.append(Attachment(each.name, each.type, content.read()))
    return files, calendar
