"""Taking hold of a thread before it is changed."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.visible import visible_threads


def held(actor: Actor, thread: Thread) -> Thread:
    """The thread as it stands now, locked until the transaction ends; `DoesNotExist` if the actor cannot see it."""
    return _locked(visible_threads(actor)).get(pk=thread.pk)


def held_pair(actor: Actor, first: Thread, second: Thread) -> tuple[Thread, Thread]:
    """Both, locked in the order of their ids, so that two people cannot wait for each other.

    A thread that a merge has emptied counts too.
    """
    pair = visible_threads(actor, emptied_too=True).filter(pk__in=(first.pk, second.pk))
    found = {thread.pk: thread for thread in _locked(pair).order_by("pk")}
    try:
        return found[first.pk], found[second.pk]
    except KeyError:
        raise Thread.DoesNotExist from None


def _locked(threads: QuerySet[Thread]) -> QuerySet[Thread]:
    return threads.select_for_update(of=("self",))
