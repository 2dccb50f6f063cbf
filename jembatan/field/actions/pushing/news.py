"""What is news to whom: the field listens to the rooms below, and puts it into the outbox for phones."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from jembatan.deployment.events import (
    BroadcastSent,
    HandedOver,
    LeftAsItIs,
    OfferMade,
    RosterPublished,
    SeatsChanged,
)
from jembatan.deployment.models import ACTIVE, Assignment, BroadcastReceiver, OfferedTo, Proposal, Roster
from jembatan.field.actions.changes import write_soon
from jembatan.field.actions.pushing.queue import queue_push
from jembatan.field.models import Push
from jembatan.field.queries.change_letters import AHEAD
from jembatan.field.queries.duties import published
from jembatan.programmes.events import DutiesChanged, MovementChanged
from jembatan.programmes.models import Duty

Kind = Push.Kind


def tell_movement(event: MovementChanged) -> None:
    """Those at a duty made of it hear of their duty; others with the delegation, that its schedule is another one."""
    movement = event.movement
    duties = list(Duty.objects.filter(movement=movement))
    at_it = _tell_duties(duties)
    with_them = published().filter(duty__delegation=movement.delegation_id, duty__ends_at__gt=timezone.now())
    others = set(with_them.values_list("officer", flat=True)) - at_it
    queue_push(others, Kind.MOVEMENT, movement.pk, until=movement.ends_at)
    _write_to(others, movement.starts_at, movement.ends_at)


def tell_duties(event: DutiesChanged) -> None:
    """To those who sit at them."""
    _tell_duties(event.duties)


def tell_seats(event: SeatsChanged) -> None:
    """Nobody works by a draft. Where letters of their own are written about it, no second one is."""
    if not event.roster.is_published:
        return
    queue_push(event.officers, Kind.DUTIES, event.roster.pk)
    if not event.written:
        for duty in Duty.objects.filter(pk__in=event.duties):
            _write_to(set(event.officers), duty.starts_at, duty.ends_at)


def tell_roster(event: RosterPublished) -> None:
    """To those who have other duties by it than by the one before; of what is over nobody hears, and a first one is written to all who have duties by it."""
    roster, replaced = event.roster, Roster.State.REPLACED
    earlier = Roster.objects.filter(programme=roster.programme_id, state=replaced)
    before = earlier.order_by("-published_at", "-pk").first()
    changed = _seats_ahead(roster) ^ (_seats_ahead(before) if before else set())
    queue_push({officer for _duty, officer in changed}, Kind.DUTIES, roster.pk)
    if before is None:
        write_soon({officer for _duty, officer in changed}, first=True)
        return
    near = Duty.objects.filter(
        pk__in={duty for duty, _officer in changed}, starts_at__lt=timezone.now() + AHEAD
    )
    soon = set(near.values_list("pk", flat=True))
    write_soon({officer for duty, officer in changed if duty in soon})


def _seats_ahead(roster: Roster) -> set[tuple[int, int]]:
    """Duties with their officers."""
    rows = Assignment.objects.filter(
        roster=roster, state__in=ACTIVE, duty__cancelled=False, duty__ends_at__gt=timezone.now()
    )
    return set(rows.values_list("duty", "officer"))


def tell_offer(event: OfferMade) -> None:
    """Each has a record, and an answer, of their own."""
    for asked in OfferedTo.objects.filter(offer=event.offer):
        queue_push([asked.officer_id], Kind.OFFER, asked.pk, until=event.offer.until)


def tell_broadcast(event: BroadcastSent) -> None:
    """To all who receive it."""
    receivers = BroadcastReceiver.objects.filter(broadcast=event.broadcast_id)
    queue_push(receivers.values_list("officer", flat=True), Kind.BROADCAST, event.broadcast_id)


def tell_handover(event: HandedOver) -> None:
    """To whom it is given."""
    queue_push([event.handover.incoming_id], Kind.HANDOVER, event.handover.pk)


def tell_expected(event: LeftAsItIs) -> None:
    """To an officer who has said that they cannot come."""
    proposal = event.proposal
    if proposal.cause != Proposal.Cause.SAID_SO or proposal.officer_id is None or proposal.during is None:
        return
    begins, ends = proposal.during.lower, proposal.during.upper
    queue_push([proposal.officer_id], Kind.EXPECTED, proposal.pk, until=ends)
    _write_to({proposal.officer_id}, begins, ends)


def _tell_duties(duties: Iterable[Duty]) -> set[int]:
    """Who was told: also those whose duty is cancelled, or whom the database took off it and nobody has followed yet."""
    taken = Assignment.objects.filter(
        roster=OuterRef("roster"), duty=OuterRef("duty"), seat=OuterRef("seat"), state__in=ACTIVE
    )
    released = Q(~Exists(taken), state=Assignment.State.RELEASED)
    known = {duty.pk: duty for duty in duties}
    rows = Assignment.objects.filter(
        released | Q(state__in=ACTIVE), roster__state=Roster.State.PUBLISHED, duty__in=known
    )
    at_it: defaultdict[int, set[int]] = defaultdict(set)
    for number, officer in rows.values_list("duty", "officer"):
        at_it[number].add(officer)
    near: set[int] = set()
    for number, officers in sorted(at_it.items()):
        duty = known[number]
        queue_push(officers, Kind.DUTY, number, until=duty.ends_at)
        near |= officers if _is_near(duty.starts_at, duty.ends_at) else set()
    write_soon(near)
    return set().union(*at_it.values())


def _write_to(officers: set[int], begins: datetime, ends: datetime) -> None:
    """Offers, broadcasts and handovers have letters of their own; a change that is near has one for those whose phone does not ring."""
    if _is_near(begins, ends):
        write_soon(officers)


def _is_near(begins: datetime, ends: datetime) -> bool:
    now = timezone.now()
    return ends > now and begins < now + AHEAD
