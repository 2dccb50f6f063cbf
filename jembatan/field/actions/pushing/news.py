"""What is news to whom: the field listens to the rooms below, and puts it into the outbox for phones."""

from collections.abc import Iterable

from django.utils import timezone

from jembatan.deployment.events import BroadcastSent, HandedOver, OfferMade, SeatsChanged
from jembatan.deployment.models import ACTIVE, Assignment, BroadcastReceiver, OfferedTo, Roster
from jembatan.field.actions.pushing.queue import queue_push
from jembatan.field.models import Push
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


def tell_duties(event: DutiesChanged) -> None:
    """To those who sit at them."""
    _tell_duties(event.duties)


def tell_seats(event: SeatsChanged) -> None:
    """Nobody works by a draft."""
    if event.roster.is_published:
        queue_push(event.officers, Kind.DUTIES, event.roster.pk)


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


def _tell_duties(duties: Iterable[Duty]) -> set[int]:
    """Who was told: also those whose duty is cancelled, or was taken from them by the database since it moved onto another one of theirs."""
    told: set[int] = set()
    for duty in duties:
        rows = Assignment.objects.filter(
            duty=duty, roster__state=Roster.State.PUBLISHED, state__in=[*ACTIVE, Assignment.State.RELEASED]
        )
        officers = set(rows.values_list("officer", flat=True))
        queue_push(officers, Kind.DUTY, duty.pk, until=duty.ends_at)
        told |= officers
    return told
