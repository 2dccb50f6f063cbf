"""Putting a conversation off, for oneself: what one does not see never changes what the team sees."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Snooze, Thread
from jembatan.correspondence.queries.visible import visible_threads

FARTHEST = timedelta(days=366)


@transaction.atomic
def snooze(actor: Actor, thread: Thread, *, until: datetime) -> Snooze:
    """Out of the actor's lists until then, or until somebody writes. Raises `Refused` for a moment that is over, or a year away."""
    thread = visible_threads(actor).get(pk=thread.pk)
    if actor.user is None:
        raise Refused(_("Only a member of the desk can snooze a conversation."))
    if until <= timezone.now():
        raise Refused(_("That moment is over. Choose a later one."))
    if until > timezone.now() + FARTHEST:
        raise Refused(_("Choose a moment within a year."))
    put_off, _made = Snooze.objects.update_or_create(
        thread=thread,
        user=actor.user,
        defaults={"desk": actor.desk, "until": until, "message_count": thread.message_count},
    )
    return put_off


@transaction.atomic
def wake(actor: Actor, thread: Thread) -> None:
    """Back in the actor's lists at once."""
    thread = visible_threads(actor).get(pk=thread.pk)
    Snooze.objects.filter(thread=thread, user=actor.user).delete()
