"""The guests of meetings that a file tells of: linked to whom we know, and the same guests as before where they are named again."""

from collections.abc import Collection, Sequence

from django.db.models import Exists, OuterRef, Q

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.draft import Draft
from jembatan.meetings.actions.linking import Links, look_up
from jembatan.meetings.models import AgendaItem, Attendance, Meeting
from jembatan.platform.imports.copy_rows import copy_rows


def write_guests(
    actor: Actor,
    written: Sequence[tuple[Meeting, Draft]],
    *,
    changed: Collection[int],
    batch_id: int | None,
) -> tuple[Links, dict[int, list[Attendance]]]:
    """Of new meetings and those that were `changed`, unless people changed them; gives whom they may be, and the guests by meeting."""
    guests = [guest for _meeting, draft in written for guest in draft.guests]
    making = dict.fromkeys(
        guest.body
        for _meeting, draft in written
        if draft.makes_organisations
        for guest in draft.guests
        if guest.body
    )
    links = look_up(actor.desk, guests, making=making, batch_id=batch_id)
    attending = {
        meeting.pk: [links.attendance(meeting, guest) for guest in draft.guests]
        for meeting, draft in written
        if "guests" not in meeting.edited
    }
    _replace(
        [pk for pk in changed if pk in attending], [guest for each in attending.values() for guest in each]
    )
    return links, attending


def _replace(meetings: Collection[int], guests: Sequence[Attendance]) -> None:
    """Who has a seat, a place by hand or a point, and is named again, goes on being the same guest."""
    before = Attendance.objects.filter(meeting__in=meetings)
    leads = Exists(AgendaItem.objects.filter(owner=OuterRef("pk")))
    settled = before.filter(Q(seat__isnull=False) | Q(by_hand__isnull=False) | leads)
    known = {_key(guest): guest.pk for guest in settled}
    for guest in guests:
        guest.pk = known.pop(_key(guest), None)
    before.exclude(pk__in=[guest.pk for guest in guests if guest.pk]).delete()
    same = [guest for guest in guests if guest.pk]
    Attendance.objects.bulk_update(
        same, [f.name for f in Attendance._meta.concrete_fields if not f.primary_key]
    )
    copy_rows([guest for guest in guests if not guest.pk])


def _key(guest: Attendance) -> tuple[int, str]:
    return guest.meeting_id, (guest.email or guest.name).casefold()
