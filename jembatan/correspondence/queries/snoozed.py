"""What a member has put off, and what has come back."""

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Snooze, Thread
from jembatan.correspondence.queries.visible import visible_threads

WELCOMED_FOR = timedelta(hours=24)
UNDISTURBED = Q(message_count=F("thread__message_count"))


def sleeping(actor: Actor, *, now: datetime | None = None) -> QuerySet[Snooze]:
    """What the actor does not want to see now; for a job or the command line nothing sleeps."""
    if actor.user is None:
        return Snooze.objects.none()
    own = Snooze.objects.filter(desk=actor.desk, user=actor.user)
    return own.filter(UNDISTURBED, until__gt=now or timezone.now())


def snooze_of(actor: Actor, thread: Thread) -> Snooze | None:
    """The actor's own, while it lasts."""
    return sleeping(actor).filter(thread=thread).first()


def came_back(actor: Actor, *, now: datetime | None = None) -> QuerySet[Thread]:
    """Open conversations of the actor whose time came in the last day, or that somebody has written in, the latest first."""
    now = now or timezone.now()
    own = Snooze.objects.filter(desk=actor.desk, user=actor.user)
    rung = Q(until__lte=now, until__gt=now - WELCOMED_FOR)
    back = own.filter(rung | (~UNDISTURBED & Q(until__gt=now)))
    threads = visible_threads(actor).filter(done_at__isnull=True, pk__in=back.values("thread"))
    return threads.order_by("-last_at", "-pk")
