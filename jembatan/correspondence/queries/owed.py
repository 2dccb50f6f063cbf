"""What a partner still owes us: answers to our mail, and to statements of ours that ask something."""

from django.db.models import F

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Statement, Thread
from jembatan.correspondence.queries.exchanges import Party, awaited_with
from jembatan.correspondence.queries.statements import asked_by_us, unanswered
from jembatan.directory.models import Organisation

MANY = 50


def first_awaited(actor: Actor, party: Party) -> list[Thread]:
    """The first fifty open conversations with the party, our turn in front, then the one that has waited longest."""
    return list(awaited_with(actor, party).order_by("turn", "turn_since", "pk")[:MANY])


def answers_owed_by(
    actor: Actor, party: Party, awaited: list[Thread], *, limit: int
) -> tuple[list[Thread], list[Statement]]:
    """Open conversations in which it is their turn, and statements (of a house alone), what is expected first.

    `awaited` is what `first_awaited` has found: where that is all, nothing more is asked of the conversations. A statement
    that left by mail is named once, as the statement.
    """
    statements = _owed_statements(actor, party)[:limit] if isinstance(party, Organisation) else []
    named = {each.message.thread_id for each in statements if each.message}
    if len(awaited) == MANY:
        theirs = awaited_with(actor, party).filter(turn=Thread.Turn.THEIRS).exclude(pk__in=named)
        return list(theirs.order_by(F("due_at").asc(nulls_last=True), "turn_since", "pk")[:limit]), statements
    found = [each for each in awaited if each.turn == Thread.Turn.THEIRS and each.pk not in named]
    return sorted(found, key=_expected)[:limit], statements


def _owed_statements(actor: Actor, organisation: Organisation) -> list[Statement]:
    """Most houses were never asked anything by a statement."""
    asked = asked_by_us(actor).filter(organisation=organisation)
    return list(unanswered(asked).select_related("message")) if asked.exists() else []


def _expected(thread: Thread) -> tuple[bool, float, float, int]:
    """What has a day first, then what has waited longest."""
    due, since = thread.due_at, thread.turn_since
    return due is None, due.timestamp() if due else 0, since.timestamp() if since else 0, thread.pk
