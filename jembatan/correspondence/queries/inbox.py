"""The inbox: the desk's conversations, the latest first, narrowed and counted."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Recipient, Sender, Thread
from jembatan.correspondence.queries.snoozed import sleeping
from jembatan.correspondence.queries.visible import visible_threads

COUNTED = 1000
LATEST_FIRST = (F("last_at").desc(nulls_last=True), F("id").desc())
DUE_FIRST = (F("due_at").asc(nulls_last=True), F("id").asc())


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What narrows the inbox. `owner` is "mine" or "nobody"; the period is half-open and about the last message.

    `snoozed` shows what the actor has put off instead of hiding it. `due_before` keeps what is due by then, and `by_due` puts it in that order instead of the latest first.
    """

    turn: str = ""
    owner: str = ""
    done: bool = False
    organisation_id: int | None = None
    person_id: int | None = None
    dossier_id: int | None = None
    language: str = ""
    start: datetime | None = None
    end: datetime | None = None
    snoozed: bool = False
    due_before: datetime | None = None
    by_due: bool = False


def threads_in(actor: Actor, filters: Filters = Filters()) -> QuerySet[Thread]:
    """Open conversations (or with `done` those that someone closed), the latest first."""
    threads = visible_threads(actor).filter(done_at__isnull=not filters.done)
    if filters.turn:
        threads = threads.filter(turn=filters.turn)
    if filters.owner == "mine":
        threads = threads.filter(owner=actor.user, owner__isnull=False)
    elif filters.owner == "nobody":
        threads = threads.filter(owner__isnull=True)
    if filters.snoozed:
        threads = threads.filter(pk__in=sleeping(actor).values("thread"))
    elif not filters.done:
        threads = threads.exclude(pk__in=sleeping(actor).values("thread"))
    if filters.due_before:
        threads = threads.filter(due_at__lt=filters.due_before)
    return _about(threads, actor, filters).order_by(*(DUE_FIRST if filters.by_due else LATEST_FIRST))


def threads_with(actor: Actor, senders: Q) -> QuerySet[Thread]:
    """Conversations in which one of these senders wrote or was written to, closed ones too."""
    return visible_threads(actor).filter(_with(actor, senders))


def turn_counts(actor: Actor, filters: Filters) -> dict[str, int]:
    """How many conversations each turn would show under the other filters, in one query; a count stops at 1,000.

    The open inbox is counted along its index and no further than that; what a filter leaves over is counted whole.
    """
    others = replace(filters, turn="", done=False, by_due=False)
    if others == Filters(owner=filters.owner):
        turns = [threads_in(actor, replace(others, turn=turn)).order_by() for turn in Thread.Turn.values]
        first, *rest = (threads.values_list("turn", flat=True)[:COUNTED] for threads in turns)
        found = Counter(first.union(*rest, all=True))
    else:
        return counts_by_turn(threads_in(actor, others))
    return {turn: min(found[turn], COUNTED) for turn in Thread.Turn.values}


def counts_by_turn(threads: QuerySet[Thread]) -> dict[str, int]:
    """How many of these conversations are whose turn, in one query; a count stops at 1,000."""
    found = Counter(dict(threads.order_by().values_list("turn").annotate(number=Count("pk"))))
    return {turn: min(found[turn], COUNTED) for turn in Thread.Turn.values}


def late_count(actor: Actor, *, now: datetime) -> int:
    """How many answers of ours are overdue; a count stops at 1,000."""
    late = threads_in(actor, Filters(turn=Thread.Turn.OURS, due_before=now)).order_by()
    return late[:COUNTED].count()


def _with(actor: Actor, senders: Q) -> Q:
    addresses = Sender.objects.filter(senders, desk=actor.desk).values("pk")
    wrote = Message.objects.filter(sender__in=addresses).values("thread")
    received = Recipient.objects.filter(sender__in=addresses).values("message__thread")
    return Q(pk__in=wrote.union(received))


def _about(threads: QuerySet[Thread], actor: Actor, filters: Filters) -> QuerySet[Thread]:
    if filters.organisation_id:
        threads = threads.filter(_with(actor, Q(organisation=filters.organisation_id)))
    if filters.person_id:
        threads = threads.filter(_with(actor, Q(person=filters.person_id)))
    if filters.dossier_id:
        threads = threads.filter(dossier=filters.dossier_id)
    if filters.language:
        spoken = Message.objects.filter(desk=actor.desk, language=filters.language)
        threads = threads.filter(pk__in=spoken.values("thread"))
    if filters.start:
        threads = threads.filter(last_at__gte=filters.start)
    if filters.end:
        threads = threads.filter(last_at__lt=filters.end)
    return threads
