"""Statements as one actor may see them, with what has become of each request."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypedDict

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.fields import CharField

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Statement, StatementMention, StatementReference
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
REQUEST = Q(state=Statement.State.RECEIVED) & ASKS
NONE, ANSWERED, DRAFTED, OPEN = (
    Value(word, output_field=CharField()) for word in ("", "answered", "drafted", "open")
)
RESPONDS_TO, ANSWERED_IN = StatementReference.Kind.RESPONDS_TO, StatementReference.Kind.ANSWERED_IN


@dataclass(frozen=True, slots=True)
class Page:
    """Statements and the number behind which the next ones begin ("" at the end)."""

    rows: "list[StandingStatement]"
    next_after: str


def visible_statements(actor: Actor) -> "QuerySet[StandingStatement]":
    """Of the desk, except those in dossiers that the actor does not see; each with its `standing`.

    A request is "answered" by its outcome, by a reply that was sent or by mail of ours that says so, "drafted" while a reply is being written, else
    "open"; what asks nothing stands at "".
    """
    return seen_statements(actor).select_related("organisation").annotate(standing=_standing())


def seen_statements(actor: Actor) -> QuerySet[Statement]:
    """The same ones, without what has become of them: for those who look for some among many."""
    return Statement.objects.filter(within_visible_dossiers(actor), desk=actor.desk)


def open_requests(actor: Actor) -> "QuerySet[StandingStatement]":
    """Requests that nobody has answered, the nearest deadline first."""
    replied = Exists(_replies(Statement.State.SENT)) | Exists(_mails_of_ours())
    drafted = Case(When(Exists(_replies(Statement.State.DRAFT)), then=DRAFTED), default=OPEN)
    asked = Statement.objects.filter(
        REQUEST, ~replied, within_visible_dossiers(actor), desk=actor.desk, outcome=""
    )
    waiting = asked.select_related("organisation").annotate(standing=drafted)
    return waiting.order_by(F("deadline").asc(nulls_last=True), "number")


def asked_by_us(actor: Actor) -> QuerySet[Statement]:
    """Those of ours that ask something and to which nobody has noted an outcome, the nearest deadline first."""
    asked = Statement.objects.filter(ASKS, within_visible_dossiers(actor), desk=actor.desk)
    sent = asked.filter(state=Statement.State.SENT, outcome="")
    return sent.order_by(F("deadline").asc(nulls_last=True), "number")


def unanswered(asked: QuerySet[Statement]) -> QuerySet[Statement]:
    """Of statements of ours those that nobody has answered, by a statement or by mail that says so."""
    by_mail = StatementMention.objects.filter(
        statement=OuterRef("pk"), message__ours=False, message__pretends=False
    )
    return asked.filter(~Exists(_replies(Statement.State.RECEIVED)), ~Exists(by_mail))


def statements_in(actor: Actor, view: View, *, after: str = "") -> Page:
    """Thirty of a view, the latest number first, behind our drafts that have none yet; "open" are requests that nobody has
    answered, the nearest deadline first and all at once.
    """
    if view == "open":
        return Page(list(open_requests(actor)), "")
    statements = visible_statements(actor)
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


def _standing() -> Case:
    return Case(
        When(~REQUEST, then=NONE),
        When(~Q(outcome=""), then=ANSWERED),
        When(Exists(_replies(Statement.State.SENT)), then=ANSWERED),
        When(Exists(_mails_of_ours()), then=ANSWERED),
        When(Exists(_replies(Statement.State.DRAFT)), then=DRAFTED),
        default=OPEN,
    )


def _replies(state: Statement.State) -> QuerySet[StatementReference]:
    """References by which ours of that state answer the outer statement, whichever of the two says so."""
    told_by_reply = Q(kind=RESPONDS_TO, target=OuterRef("pk"), statement__state=state)
    told_by_request = Q(kind=ANSWERED_IN, statement=OuterRef("pk"), target__state=state)
    return StatementReference.objects.filter(told_by_reply | told_by_request)


def _mails_of_ours() -> QuerySet[StatementMention]:
    """Mail of ours that says it answers the outer statement; notes among ourselves are no answer."""
    return StatementMention.objects.filter(
        statement=OuterRef("pk"), message__ours=True, message__internal=False
    )


def as_view(text: str) -> View:
    """The view of that name; the open requests for any other text."""
    return next((view for view in VIEWS if view == text), "open")
