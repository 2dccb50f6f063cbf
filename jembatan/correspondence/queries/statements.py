"""Statements as one actor may see them, with what has become of each request."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypedDict

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.fields import CharField

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Statement, StatementReference, Thread
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.dossiers.queries.visible import within_visible_dossiers

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class _Standing(TypedDict):
        standing: str

    type StandingStatement = WithAnnotations[Statement, _Standing]

PAGE = 30
View = Literal["open", "received", "ours"]
VIEWS: tuple[View, ...] = ("open", "received", "ours")
ASKS = Q(purpose__in=[Statement.Purpose.ACTION, Statement.Purpose.RESPONSE, Statement.Purpose.COMMENT])
RESPONDS_TO, ANSWERED_IN = StatementReference.Kind.RESPONDS_TO, StatementReference.Kind.ANSWERED_IN


@dataclass(frozen=True, slots=True)
class Page:
    """Statements and the number behind which the next ones begin ("" at the end)."""

    rows: "list[StandingStatement]"
    next_after: str


@dataclass(frozen=True, slots=True)
class Named:
    """Another statement in the words of this one; `statement` is None while the desk does not have it."""

    kind: str
    number: str
    statement: Statement | None


def visible_statements(actor: Actor) -> "QuerySet[StandingStatement]":
    """Of the desk, except those in dossiers that the actor does not see; each with its `standing`.

    A request is "answered" by its outcome or by a reply that was sent, "drafted" while a reply is being written, else
    "open"; what asks nothing stands at "".
    """
    statements = Statement.objects.filter(within_visible_dossiers(actor), desk=actor.desk)
    return statements.select_related("organisation").annotate(standing=_standing())


def statements_in(actor: Actor, view: View, *, after: str = "") -> Page:
    """Thirty of a view, the latest number first, behind our drafts that have none yet; "open" are requests that nobody has
    answered, the nearest deadline first and all at once.
    """
    statements = visible_statements(actor)
    if view == "open":
        waiting = statements.filter(standing__in=["open", "drafted"])
        return Page(list(waiting.order_by(F("deadline").asc(nulls_last=True), "number")), "")
    beginning: list[StandingStatement] = []
    if view == "received":
        statements = statements.filter(state=Statement.State.RECEIVED)
    else:
        statements = statements.exclude(state=Statement.State.RECEIVED)
        if not after:
            beginning = list(statements.filter(state=Statement.State.DRAFT, number="").order_by("-pk"))
    if after:
        statements = statements.filter(number__lt=after)
    found = list(statements.exclude(number="").order_by("-number")[: PAGE + 1])
    return Page([*beginning, *found[:PAGE]], found[PAGE - 1].number if len(found) > PAGE else "")


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


def _standing() -> Case:
    asks = Q(state=Statement.State.RECEIVED) & ASKS
    return Case(
        When(~Q(outcome="") & asks, then=Value("answered")),
        When(asks & Exists(_replies(Statement.State.SENT)), then=Value("answered")),
        When(asks & Exists(_replies(Statement.State.DRAFT)), then=Value("drafted")),
        When(asks, then=Value("open")),
        default=Value(""),
        output_field=CharField(),
    )


def _replies(state: Statement.State) -> QuerySet[StatementReference]:
    """References by which ours of that state answer the outer statement, whichever of the two says so."""
    told_by_reply = Q(kind=RESPONDS_TO, target=OuterRef("pk"), statement__state=state)
    told_by_request = Q(kind=ANSWERED_IN, statement=OuterRef("pk"), target__state=state)
    return StatementReference.objects.filter(told_by_reply | told_by_request)


def as_view(text: str) -> View:
    """The view of that name; the open requests for any other text."""
    return next((view for view in VIEWS if view == text), "open")
