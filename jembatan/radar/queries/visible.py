"""Which signals an actor sees: those of the desk of which the actor sees every line of evidence."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.journal.queries.timeline import visible_entries
from jembatan.radar.models import Signal, SignalEvidence


def visible_signals(actor: Actor) -> QuerySet[Signal]:
    """Open, put off, dismissed and over; with their partners and their tasks."""
    seen = visible_entries(actor).order_by().filter(pk=OuterRef("entry"))
    hidden = SignalEvidence.objects.filter(~Exists(seen), signal=OuterRef("pk"))
    found = Signal.objects.filter(~Exists(hidden), desk=actor.desk)
    return found.select_related("organisation", "person", "task__member")


def open_signals(actor: Actor) -> QuerySet[Signal]:
    """The fault is there, nobody has dismissed it, and it is not put off; the most serious first."""
    awake = Q(snoozed_until__isnull=True) | Q(snoozed_until__lte=timezone.now())
    open_now = visible_signals(actor).filter(awake, closed_at__isnull=True, dismissed_at__isnull=True)
    return open_now.order_by("-severity", "pk")
