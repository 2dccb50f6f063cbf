"""What people type: appended update by update, merged by Yjs, never one over the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.minutes.closed import open_minutes
from jembatan.meetings.actions.minutes.merging import Merged, merged
from jembatan.meetings.actions.minutes.sections import TOPIC
from jembatan.meetings.formats.yjs import NotAnUpdate, read_update
from jembatan.meetings.models import Minutes, MinutesPen, MinutesUpdate
from jembatan.meetings.models.minutes.section import MOST_TEXT
from jembatan.meetings.queries.minutes.reading import HERE
from jembatan.platform.live.news import tell

FOLD_AFTER = 200
SEEN_EVERY = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Written:
    """An update of one section, by the pen with this client number."""

    section_id: int
    client: int
    content: bytes


def topic_of(minutes: Minutes) -> str:
    """What pages hear when something was written: the ids are numbers of updates, none that somebody came or went."""
    return f"minutes-{minutes.pk}"


@transaction.atomic
def write_minutes(actor: Actor, minutes: Minutes, pieces: Sequence[Written]) -> list[str]:
    """Keep each piece; returns for each the sentence with which it was refused, or "" where it stands.

    What is there already, in whole or in part, changes nothing a second time. Raises `Closed`, and keeps
    nothing, when the minutes are no longer being written.
    """
    current = open_minutes(actor, minutes)
    before = current.number
    documents: dict[int, Merged] = {}
    told = []
    for piece in pieces:
        try:
            _keep(actor, current, piece, documents)
        except ValidationError as refusal:
            told.append(" ".join(refusal.messages))
        else:
            told.append("")
    for document in documents.values():
        _save(current, document)
    if current.number > before:
        current.save(update_fields=["number"])
        tell(actor.desk.pk, topic_of(current), range(before + 1, current.number + 1))
    return told


@transaction.atomic
def show_pen(actor: Actor, minutes: Minutes, client: int, section_id: int | None) -> None:
    """Say that an open page of the actor is at a section, or at none. Raises `ValidationError` for somebody else's number."""
    current = open_minutes(actor, minutes)
    pen, new = _pen(actor, current, client)
    now = timezone.now()
    known = section_id if section_id and current.sections.filter(pk=section_id).exists() else None
    moved = new or pen.section_id != known or now - pen.seen_at > HERE
    if not moved and now - pen.seen_at < SEEN_EVERY:
        return
    MinutesPen.objects.filter(pk=pen.pk).update(section=known, seen_at=now)
    if moved:
        tell(actor.desk.pk, topic_of(current))


def _keep(actor: Actor, minutes: Minutes, piece: Written, documents: dict[int, Merged]) -> None:
    try:
        update = read_update(piece.content)
    except NotAnUpdate as error:
        raise ValidationError(_("This is not what a text box writes.")) from error
    if not update.clients <= {piece.client}:
        raise ValidationError(_("This was written by somebody else."))
    document = documents.get(piece.section_id)
    if document is None:
        section = minutes.sections.filter(pk=piece.section_id).first()
        if section is None:
            raise ValidationError(_("These minutes have no such section."))
        document = documents[piece.section_id] = merged(section)
    pen, _new = _pen(actor, minutes, piece.client)
    if not update.builds_on(document.clocks):
        raise ValidationError(_("Something that was written before this is missing."))
    if document.add(piece.content, update, longest=MOST_TEXT):
        minutes.number += 1
        if pen.wrote_at is None:
            tell(actor.desk.pk, TOPIC, [minutes.pk])
        MinutesPen.objects.filter(pk=pen.pk).update(wrote_at=timezone.now())
        document.section.updates.create(
            minutes=minutes, number=minutes.number, pen=pen, content=piece.content
        )


def _pen(actor: Actor, minutes: Minutes, client: int) -> tuple[MinutesPen, bool]:
    """The pen, and whether it is taken up now; `ValidationError` where another holds it."""
    if actor.user is None:
        raise ValidationError(_("Only a member of the desk writes."))
    pen, new = MinutesPen.objects.get_or_create(minutes=minutes, client=client, defaults={"user": actor.user})
    if pen.user_id != actor.user.pk:
        raise ValidationError(_("This was written by somebody else."))
    return pen, new


def _save(minutes: Minutes, document: Merged) -> None:
    if not document.added:
        return
    section = document.section
    section.text = document.text
    fields = ["text"]
    if document.tail > FOLD_AFTER:
        section.document, section.folded = document.content(), minutes.number
        fields += ["document", "folded"]
    section.save(update_fields=fields)
    if "folded" in fields:
        MinutesUpdate.objects.filter(section=section, number__lte=section.folded).delete()
