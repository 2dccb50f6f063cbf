"""What a partner still owes us: answers to our mail, and to statements of ours that ask something."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Case, F, Value, When

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Statement, Thread
from jembatan.correspondence.queries.exchanges import Party, all_with, awaited_with
from jembatan.correspondence.queries.inbox import LATEST_FIRST, counts_by_turn
from jembatan.correspondence.queries.statements import asked_by_us, unanswered
from jembatan.directory.models import Organisation

MANY = 50
OURS_FIRST = Case(
    When(turn=Thread.Turn.OURS, then=Value(0)), When(turn=Thread.Turn.THEIRS, then=Value(1)), default=Value(2)
)


def first_open(actor: Actor, party: Party) -> list[Thread]:
    """The first fifty open conversations with the party: our turn, theirs, nobody's; in each, what has waited longest."""
    open_now = all_with(actor, party).filter(done_at__isnull=True)
    return list(open_now.order_by(OURS_FIRST, "turn_since", "pk")[:MANY])


@dataclass(frozen=True, slots=True)
class OfTurns:
    """Conversations with a party that one filter leaves, and how many each turn would leave."""

    threads: list[Thread]
    counts: dict[str, int]


def with_turn(
    actor: Actor, party: Party, opened: list[Thread], *, turn: str, done: bool, limit: int
) -> OfTurns:
    """Those of one turn, or (`turn` "") all, or those that are `done`, the latest first; at most `limit`.

    `opened` is what `first_open` has found: where that is all, nothing more is asked of the open ones.
    """
    turns = Counter(each.turn for each in opened)
    counts = {value: turns[value] for value in Thread.Turn.values}
    everything = all_with(actor, party)
    if len(opened) == MANY:
        counts = counts_by_turn(everything.filter(done_at__isnull=True))
    if done:
        closed = everything.filter(done_at__isnull=False).order_by(*LATEST_FIRST)
        return OfTurns(list(closed[:limit]), counts)
    if turn and len(opened) == MANY:
        found = everything.filter(done_at__isnull=True, turn=turn).order_by("turn_since", "pk")
        return OfTurns(list(found[:limit]), counts)
    return OfTurns([each for each in opened if turn in {"", each.turn}][:limit], counts)


def answers_owed_by(
    actor: Actor, party: Party, opened: list[Thread], *, limit: int
) -> tuple[list[Thread], list[Statement]]:
    """Open conversations in which it is their turn, and statements (of a house alone), what is expected first.

    `opened` is what `first_open` has found: where that is all, nothing more is asked of the conversations. A statement
    that left by mail is named once, as the statement.
    """
    statements = _owed_statements(actor, party)[:limit] if isinstance(party, Organisation) else []
    named = {each.message.thread_id for each in statements if each.message}
    if len(opened) == MANY:
        theirs = awaited_with(actor, party).filter(turn=Thread.Turn.THEIRS).exclude(pk__in=named)
        return list(theirs.order_by(F("due_at").asc(nulls_last=True), "turn_since", "pk")[:limit]), statements
    found = [each for each in opened if each.turn == Thread.Turn.THEIRS and each.pk not in named]
    return sorted(found, key=_expected)[:limit], statements


def _owed_statements(actor: Actor, organisation: Organisation) -> list[Statement]:
    """Most houses were never asked anything by a statement."""
    asked = asked_by_us(actor).filter(organisation=organisation)
    return list(unanswered(asked).select_related("message")) if asked.exists() else []


def _expected(thread: Thread) -> tuple[bool, float, float, int]:
    """What has a day first, then what has waited longest."""
    due, since = thread.due_at, thread.turn_since
    return due is None, due.timestamp() if due else 0, since.timestamp() if since else 0, thread.pk
