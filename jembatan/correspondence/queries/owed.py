"""What a partner still owes us: answers to our mail, and to statements of ours that ask something."""

from django.db.models import F

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Statement, Thread
from jembatan.correspondence.queries.exchanges import Party, addresses_of
from jembatan.correspondence.queries.inbox import threads_with
from jembatan.correspondence.queries.statements import owed_statements
from jembatan.directory.models import Organisation


def answers_owed_by(actor: Actor, party: Party, *, limit: int) -> tuple[list[Thread], list[Statement]]:
    """Open conversations in which it is their turn, and statements (of a house alone), what is expected first; two queries.

    A statement that left by mail is named once, as the statement.
    """
    statements: list[Statement] = []
    if isinstance(party, Organisation):
        owed = owed_statements(actor).filter(organisation=party).select_related("message")
        statements = list(owed[:limit])
    theirs = threads_with(actor, addresses_of(party)).filter(turn=Thread.Turn.THEIRS, done_at__isnull=True)
    named = [each.message.thread_id for each in statements if each.message]
    first = theirs.exclude(pk__in=named).order_by(F("due_at").asc(nulls_last=True), "turn_since", "pk")
    return list(first[:limit]), statements
