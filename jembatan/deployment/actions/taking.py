"""An officer takes a seat themselves: one that was offered to them, or one of a duty that is open to all."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import operator
from jembatan.deployment.actions.changing import TAKEN, enter, held
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.seats import Seat, change_seats
from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.deployment.queries.signing_up import free_seats, open_to_all
from jembatan.programmes.models import Duty, Officer


class TooLate(Exception):
    """Somebody else was faster."""


@transaction.atomic
def take_seat(officer: Officer, roster: Roster, seat: Seat) -> None:
    """Judged as a change by hand. Raises `TooLate` where somebody else sits there, and what `change_seats` raises."""
    actor = operator(roster.desk, label=officer.full_name)
    current = held(actor, roster)
    there = Assignment.objects.filter(roster=current, duty=seat.duty, seat=seat.number, state__in=ACTIVE)
    if there.exclude(officer=officer).exists():
        raise TooLate
    change_seats(actor, current, {seat: officer.pk}, origin=Assignment.Origin.SELF)
    values = {"name": officer, "duty": Duty.objects.get(pk=seat.duty)}
    told = gettext_noop("%(name)s takes “%(duty)s”")
    enter(actor, current.programme, TAKEN, told, roster=current, values=values)


@transaction.atomic
def take_open_duty(officer: Officer, duty_id: int) -> Duty:
    """The first seat of it that is free and offered to nobody; the roster is held until it is taken, so that each seat goes once.

    Who has one of it already keeps that: a second tap is no second wish. Raises `Refused` where the programme does not let officers, or the duty is over, begun or no more; and what `take_seat` raises.
    """
    roster = open_to_all(officer)
    if roster is None:
        raise Refused(_("Officers do not take duties themselves in this programme. Ask your coordinator."))
    current = held(operator(officer.desk, label=officer.full_name), roster)
    duty = Duty.objects.filter(programme=officer.programme_id, cancelled=False, pk=duty_id).first()
    if duty is None or duty.starts_at <= timezone.now():
        raise Refused(_("This duty has begun, or takes place no more. Look at the open duties again."))
    seats = Assignment.objects.filter(roster=current, duty=duty, state__in=ACTIVE)
    if seats.filter(officer=officer).exists():
        return duty
    free = free_seats(current, [duty])[duty.pk]
    if not free:
        raise TooLate
    take_seat(officer, current, Seat(duty.pk, free[0]))
    return duty
