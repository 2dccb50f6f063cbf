"""Saying that one has a conversation open."""

from datetime import timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Presence, Thread
from jembatan.correspondence.queries.presence import LOOKS_FOR
from jembatan.platform.live.news import tell

TOPIC = "presence"
KEPT = timedelta(hours=1)


def look_at(actor: Actor, thread: Thread) -> None:
    """The page of a member is open now; of a job or the command line nothing is kept. Whoever comes is told to the others."""
    if actor.user is None:
        return
    now = timezone.now()
    there = Presence.objects.filter(thread=thread, user=actor.user, seen_at__gt=now - LOOKS_FOR)
    if there.update(seen_at=now):
        return
    Presence.objects.update_or_create(
        thread=thread, user=actor.user, defaults={"desk": actor.desk, "seen_at": now}
    )
    Presence.objects.filter(user=actor.user, seen_at__lt=now - KEPT).delete()
    tell(actor.desk.pk, TOPIC, [thread.pk], by=actor.user.pk)
