"""Taking hold of a thread before it is changed."""

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.telling import tell_threads
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.visible import visible_threads


def held(actor: Actor, thread: Thread, *, quietly: bool = False) -> Thread:
    """The thread as it stands now, locked until the transaction ends; `DoesNotExist` if the actor cannot see it.

    Colleagues' open pages are told when it has been changed, unless `quietly`.
    """
    current = _locked(visible_threads(actor)).get(pk=thread.pk)
    if not quietly:
        tell_threads(actor.desk, [current.pk], by=actor.user)
    return current


def held_pair(actor: Actor, first: Thread, second: Thread) -> tuple[Thread, Thread]:
    """Both, locked in the order of their ids, so that two people cannot wait for each other.

    A thread that a merge has emptied counts too.
    """
    pair = visible_threads(actor, emptied_too=True).filter(pk__in=(first.pk, second.pk))
    tell_threads(actor.desk, [first.pk, second.pk], by=actor.user)
    found = {thread.pk: thread for thread in _locked(pair).order_by("pk")}
    try:
        return found[first.pk], found[second.pk]
    except KeyError:
        raise Thread.DoesNotExist from None


def _locked(threads: QuerySet[Thread]) -> QuerySet[Thread]:
    return threads.select_for_update(of=("self",))
