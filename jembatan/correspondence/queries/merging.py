"""What a conversation may be merged with, and which moves may be taken back."""

from django.db.models import Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Recipient, Sender, Thread, ThreadMove
from jembatan.correspondence.queries.inbox import LATEST_FIRST
from jembatan.correspondence.queries.rows import Row, rows_of
from jembatan.correspondence.queries.visible import visible_threads

CANDIDATES = 10


def merge_candidates(actor: Actor, thread: Thread, *, text: str = "") -> list[Row]:
    """Other conversations whose subject holds every word of the text; without one, the latest with the same people."""
    others = visible_threads(actor).exclude(pk=thread.pk)
    words = text.split()
    if words:
        for word in words:
            others = others.filter(subject__icontains=word)
    else:
        others = others.filter(pk__in=_with_same_people(thread))
    return rows_of(actor, others.order_by(*LATEST_FIRST), limit=CANDIDATES)


def visible_moves(actor: Actor) -> QuerySet[ThreadMove]:
    """Moves between conversations that the actor may see, both of them."""
    seen = visible_threads(actor, emptied_too=True).values("pk")
    return ThreadMove.objects.filter(source__in=seen, target__in=seen)


def _with_same_people(thread: Thread) -> "QuerySet[Message, int]":
    outside = Q(messages__thread=thread) | Q(received__message__thread=thread)
    people = Sender.objects.filter(outside, desk=thread.desk).exclude(state=Sender.State.OURS).values("pk")
    wrote = Message.objects.filter(sender__in=people).values_list("thread", flat=True)
    received = Recipient.objects.filter(sender__in=people).values_list("message__thread", flat=True)
    return wrote.union(received)
