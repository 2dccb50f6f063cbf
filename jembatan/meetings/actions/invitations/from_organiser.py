"""Invitations of others, their changes and cancellations."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.book import release_moved
from jembatan.meetings.actions.draft import Draft
from jembatan.meetings.actions.draft_of_event import draft_of
from jembatan.meetings.actions.filing import MEETING, file_meetings
from jembatan.meetings.actions.invitations.ask import ask
from jembatan.meetings.actions.invitations.mail import Mail
from jembatan.meetings.actions.lines import CHANGED, line, parties_of
from jembatan.meetings.actions.snapshot import snapshot
from jembatan.meetings.formats.blocks import Block
from jembatan.meetings.formats.calendars import Item
from jembatan.meetings.formats.defect import Unreadable
from jembatan.meetings.formats.event import event_of
from jembatan.meetings.formats.itip.from_organiser import speaks_for
from jembatan.meetings.formats.itip.instance import Instance
from jembatan.meetings.formats.itip.line import Line
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.trouble import Trouble
from jembatan.meetings.formats.recurrence import written
from jembatan.meetings.models import Meeting
from jembatan.platform.imports.job import Touch, remember_touches

Status = Meeting.Status


def take_from_organiser(actor: Actor, message: Scheduled, mail: Mail) -> list[Meeting]:
    """A meeting of our own is ours to change. An invitation to what is over is not taken into the calendar."""
    every = Meeting.objects.select_for_update(of=("self",)).select_related("desk", "dossier")
    known = list(every.filter(desk=actor.desk, uid=message.uid).order_by("recurrence_id"))
    organiser = next(iter(message.organisers.values()), None)
    if organiser is None or any(meeting.is_ours for meeting in known):
        return []
    if trouble := _trouble(organiser, known, message, mail):
        if known:
            about = organiser.address if trouble is Trouble.OTHER_ORGANISER else mail.sender
            ask(known[0], kind="doubt", trouble=trouble, email=mail.sender[:320], about=about)
        return known[:1]
    if message.method == "CANCEL":
        return list(_called_off(actor, known, message, mail.batch_id))
    if message.method == "DECLINECOUNTER":
        _tell(actor, known[:1], _("The organiser keeps the time: %(title)s"), mail.batch_id)
        return known[:1]
    drafts = list(_drafts(actor.desk, message, known=bool(known)))
    if drafts:
        _file(actor, drafts, mail.batch_id)
    found = Meeting.objects.filter(desk=actor.desk, uid=message.uid)
    return list(found.filter(recurrence_id__in=[draft.recurrence_id for draft in drafts]))


def _trouble(organiser: Line, known: list[Meeting], message: Scheduled, mail: Mail) -> Trouble | None:
    if not mail.believed or not speaks_for(organiser, mail.sender, message):
        return Trouble.NOT_FROM
    for meeting in known:
        named = meeting.attendances.filter(organiser=True).exclude(email="").first()
        if named is not None and f"mailto:{named.email}" != organiser.address:
            return Trouble.OTHER_ORGANISER
    return None


def _drafts(desk: Desk, message: Scheduled, *, known: bool) -> Iterator[Draft]:
    us = ourselves(desk)
    for event in message.instances:
        try:
            understood = event_of(Item(Block("VEVENT", 0), event.meaning))
        except Unreadable:
            continue
        understood = replace(understood, source=_source(event))
        if message.method == "ADD":
            understood = replace(understood, recurrence_id=written(_start(event, understood.starts_at)))
        if not known and not understood.rule and understood.ends_at < timezone.now():
            continue
        draft = draft_of(understood)
        comes = any(guest.email in us and guest.status == "accepted" for guest in draft.guests)
        if draft.fields["status"] == Status.CONFIRMED and not comes:
            draft.fields["status"] = Status.TENTATIVE
        yield draft


def _file(actor: Actor, drafts: list[Draft], batch_id: int | None) -> None:
    filed = file_meetings(actor, drafts, batch_id=batch_id)
    if batch_id is not None:
        remember_touches(batch_id, filed.touches)


def _called_off(
    actor: Actor, known: list[Meeting], message: Scheduled, batch_id: int | None
) -> Iterator[Meeting]:
    by_recurrence = {meeting.recurrence_id: meeting for meeting in known}
    days = [draft for draft in _drafts(actor.desk, message, known=True) if draft.recurrence_id]
    new = [draft for draft in days if by_recurrence and draft.recurrence_id not in by_recurrence]
    for draft in new:
        draft.fields["status"] = Status.CANCELLED
    if new:
        _file(actor, new, batch_id)
        yield from Meeting.objects.filter(
            desk=actor.desk, uid=message.uid, recurrence_id__in=[draft.recurrence_id for draft in new]
        )
    for event in message.instances:
        off = (
            known
            if not event.recurrence
            else [by_recurrence[event.recurrence]]
            if event.recurrence in by_recurrence
            else []
        )
        for meeting in off:
            if event.sequence >= meeting.sequence and not meeting.is_cancelled:
                before = snapshot(meeting)
                meeting.status, meeting.sequence = Status.CANCELLED, event.sequence
                meeting.version += 1
                meeting.save(update_fields=["status", "sequence", "version"])
                if batch_id is not None:
                    touch = Touch(MEETING, meeting.pk, before, {"version": meeting.version})
                    remember_touches(batch_id, [touch])
                release_moved(meeting.desk, {meeting.uid})
                _tell(actor, [meeting], _("Called off: %(title)s"), batch_id)
                yield meeting


def _tell(actor: Actor, meetings: list[Meeting], sentence: str, batch_id: int | None) -> None:
    for meeting in meetings:
        with translation.override(meeting.desk.language):
            summary = _(sentence) % {"title": meeting}
        told = line(
            meeting,
            timezone.now(),
            kind=CHANGED,
            parties=parties_of(meeting),
            summary=summary,
            exact=True,
            batch_id=batch_id,
        )
        record(actor, told)


def _source(event: Instance) -> str:
    inner = [each.text for each in event.lines] + [block.text for block in event.rest]
    return "\r\n".join(["BEGIN:VEVENT", *inner, "END:VEVENT"])


def _start(event: Instance, otherwise: datetime) -> datetime:
    moment = event.moment("DTSTART")
    return moment if isinstance(moment, datetime) else otherwise
