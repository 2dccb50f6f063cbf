"""What a statement is tied to: other statements, the mail that brought it, and mail that answers it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Statement, StatementReference, Thread
from jembatan.correspondence.queries.statements import ANSWERED_IN, RESPONDS_TO, visible_statements
from jembatan.correspondence.queries.visible import visible_messages

if TYPE_CHECKING:
    from jembatan.correspondence.queries.statements import StandingStatement


@dataclass(frozen=True, slots=True)
class Named:
    """Another statement in the words of this one; `statement` is None while the desk does not have it."""

    kind: str
    number: str
    statement: Statement | None


def named_by(actor: Actor, statement: Statement) -> list[Named]:
    """What the statement says of others and what others say of it, in the order of numbers; each pair once."""
    visible = {each.pk: each for each in visible_statements(actor).filter(_connected_to(statement))}
    found: dict[tuple[str, str], Named] = {}
    for reference in statement.references.all():
        seen = visible.get(reference.target_id) if reference.target_id else None
        found[reference.kind, reference.number] = Named(reference.kind, reference.number, seen)
    for reference in statement.named_by.select_related("statement"):
        if reference.statement_id in visible:
            number = reference.statement.number
            found[_reversed(reference.kind), number] = Named(
                _reversed(reference.kind), number, visible[reference.statement_id]
            )
    return sorted(found.values(), key=lambda named: (named.kind, named.number))


def mail_of(actor: Actor, statement: Statement) -> Message | None:
    """The mail by which it came or left, if the actor may see that."""
    return visible_messages(actor).filter(pk=statement.message_id).first() if statement.message_id else None


def mails_answering(actor: Actor, statement: Statement) -> QuerySet[Message]:
    """Mail whose words say that it answers the statement, the earliest first, as far as the actor may see it."""
    named = visible_messages(actor).filter(pk__in=statement.mentions.values("message"))
    return named.order_by("sent_at", "pk")


def statements_of_thread(actor: Actor, thread: Thread) -> "QuerySet[StandingStatement]":
    """Statements that came or left by mail of this conversation."""
    return visible_statements(actor).filter(message__thread=thread).order_by("pk")


def _connected_to(statement: Statement) -> Q:
    targets = StatementReference.objects.filter(statement=statement, target__isnull=False).values("target")
    sources = StatementReference.objects.filter(target=statement).values("statement")
    return Q(pk__in=targets) | Q(pk__in=sources)


def _reversed(kind: str) -> str:
    """What "A responds to B" makes of B: it is answered in A."""
    return {RESPONDS_TO.value: ANSWERED_IN.value, ANSWERED_IN.value: RESPONDS_TO.value}.get(
        kind, "revised_by"
    )
