"""Who sits where: a plan made by the rule of the right hand, seats changed by hand, interpreters behind those they speak for."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.formats.seating import is_place, seated
from jembatan.meetings.models import Attendance, Meeting, Seat, SeatingPlan
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.meetings.queries.seating import people_in_order, shown_places
from jembatan.platform.access import require_writer


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSeats:
    """Who sat where at a table of this shape: guests, by id, at their places, and interpreters by whom they sat behind."""

    shape: str
    places: Mapping[str, int]
    behind: Mapping[int, int]


@transaction.atomic
def make_plan(actor: Actor, meeting: Meeting, shape: str) -> SeatingPlan:
    """Everybody by the order and the shape; what was moved by hand before is forgotten, interpreters stay behind theirs."""
    current = _locked(actor, meeting)
    plan = _plan_of(current, shape)
    plan.seats.filter(behind__isnull=True).delete()
    behind = set(plan.seats.values_list("guest", flat=True))
    people = [guest for guest in people_in_order(current, current.begins) if guest.pk not in behind]
    hosts, guests = [each for each in people if each.ours], [each for each in people if not each.ours]
    chosen = seated(plan.shape, hosts=hosts, guests=guests)
    Seat.objects.bulk_create(Seat(plan=plan, guest=guest, place=place) for place, guest in chosen.items())
    return plan


@transaction.atomic
def restore_seats(actor: Actor, meeting: Meeting, kept: KeptSeats) -> SeatingPlan:
    """As they were: the undo. Who takes part no more is left out. Raises `ValidationError` for what no table has."""
    current = _locked(actor, meeting)
    plan = _plan_of(current, kept.shape)
    plan.seats.all().delete()
    if not all(is_place(kept.shape, place) for place in kept.places):
        raise ValidationError(_("There is no such place at this table."))
    there = set(current.attendances.values_list("pk", flat=True))
    places = {place: guest for place, guest in kept.places.items() if guest in there}
    behind = {
        speaker: guest
        for speaker, guest in kept.behind.items()
        if guest in there and speaker in places.values()
    }
    sitting = [*places.values(), *behind.values()]
    if len(set(sitting)) < len(sitting):
        raise ValidationError(_("Nobody sits at two places."))
    Seat.objects.bulk_create(
        [Seat(plan=plan, guest_id=guest, place=place) for place, guest in places.items()]
        + [Seat(plan=plan, guest_id=guest, behind_id=speaker) for speaker, guest in behind.items()]
    )
    return plan


@transaction.atomic
def seat_guest(actor: Actor, plan: SeatingPlan, guest: Attendance, place: str = "") -> Seat:
    """At the place, where whoever sits there takes the seat of the newcomer; without one at the first that is free on their side.

    Nobody else moves. Raises `ValidationError` for a place that the table cannot have.
    """
    current = _locked_plan(actor, plan)
    found = current.meeting.attendances.get(pk=guest.pk)
    taken = [each for each in current.seats.values_list("place", flat=True) if each]
    place = place or _free_place(current, found, taken)
    if place not in shown_places(current.shape, taken):
        raise ValidationError(_("There is no such place at this table."))
    mine = current.seats.filter(guest=found).first()
    other = current.seats.filter(place=place).exclude(guest=found).first()
    if other is not None:
        _give_up(other, mine)
    if mine is None:
        return Seat.objects.create(plan=current, guest=found, place=place)
    mine.place, mine.behind = place, None
    mine.save()
    return mine


@transaction.atomic
def seat_behind(actor: Actor, plan: SeatingPlan, interpreter: Attendance, principal: Attendance) -> Seat:
    """The interpreter leaves the table and sits behind the principal, who has at most one. Raises `ValidationError`."""
    current = _locked_plan(actor, plan)
    guest, speaker = (current.meeting.attendances.get(pk=each.pk) for each in (interpreter, principal))
    if not current.seats.filter(guest=speaker, place__isnull=False).exclude(guest=guest).exists():
        raise ValidationError(_("An interpreter sits behind somebody who has a seat at the table."))
    if current.seats.filter(behind=speaker).exclude(guest=guest).exists():
        raise ValidationError(_("Somebody sits behind them already."))
    if current.seats.filter(behind=guest).exists():
        raise ValidationError(_("Somebody sits behind this person: seat them elsewhere first."))
    return Seat.objects.update_or_create(
        guest=guest, defaults={"plan": current, "place": None, "behind": speaker}
    )[0]


@transaction.atomic
def take_seat_away(actor: Actor, plan: SeatingPlan, guest: Attendance) -> None:
    """They take part and stand; an interpreter behind them does, too."""
    current = _locked_plan(actor, plan)
    current.seats.filter(behind=guest.pk).delete()
    current.seats.filter(guest=guest.pk).delete()


def _give_up(other: Seat, mine: Seat | None) -> None:
    """Two people change seats; where the newcomer has none at the table, the other has none for now."""
    if mine is None or mine.place is None:
        Seat.objects.filter(behind=other.guest_id).delete()
        other.delete()
        return
    other.place = mine.place
    other.save()


def _free_place(plan: SeatingPlan, guest: Attendance, taken: list[str]) -> str:
    side = ("h" if guest.ours else "g") if plan.shape == SeatingPlan.Shape.FACING else ""
    return next(
        each for each in shown_places(plan.shape, taken) if each not in taken and each.startswith(side)
    )


def _plan_of(meeting: Meeting, shape: str) -> SeatingPlan:
    return SeatingPlan.objects.update_or_create(
        meeting=meeting, defaults={"shape": SeatingPlan.Shape(shape)}
    )[0]


def _locked(actor: Actor, meeting: Meeting) -> Meeting:
    require_writer(actor)
    return visible_meetings(actor).select_for_update(of=("self",)).get(pk=meeting.pk)


def _locked_plan(actor: Actor, plan: SeatingPlan) -> SeatingPlan:
    _locked(actor, plan.meeting)
    return SeatingPlan.objects.select_related("meeting").get(pk=plan.pk)
