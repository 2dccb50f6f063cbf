"""Entering a statement into the register, and saying what became of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.statements.referring import refer, tie
from jembatan.correspondence.formats.statement_tables import references_in
from jembatan.correspondence.models import Statement
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.markings import Marking

RECEIVED, SENT, SETTLED = "statement.received", "statement.sent", "statement.settled"
SOURCE = "statement"


class NumberTaken(ValueError):
    """A number names one statement of a desk."""

    def __str__(self) -> str:
        return _("This desk has a statement with this number already.")


class OutcomeUnfinished(ValueError):
    """Some outcomes need a word more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A statement as it is typed into the register."""

    state: Statement.State
    number: str
    title: str
    body: str = ""
    organisation: Organisation | None = None
    their_number: str = ""
    purpose: str = ""
    dated: date | None = None
    deadline: date | None = None
    remark: str = ""
    dossier: Dossier | None = None
    marking: Marking = Marking.GREEN


@transaction.atomic
def record_statement(actor: Actor, entered: Entered) -> Statement:
    """Enter it, with the statements that its title and remark name. Raises `NumberTaken`."""
    require_writer(actor)
    fields = {name: getattr(entered, name) for name in Entered.__dataclass_fields__}
    try:
        with transaction.atomic():
            statement = Statement.objects.create(desk=actor.desk, **fields)
    except IntegrityError as error:
        raise NumberTaken from error
    refer(statement, references_in(f"{statement.remark}\n{statement.title}"))
    tie(actor.desk)
    if statement.state != Statement.State.DRAFT:
        record(actor, line_of(statement))
    return statement


@transaction.atomic
def settle_statement(
    actor: Actor, statement: Statement, outcome: str, *, reason: str = "", until: date | None = None
) -> Statement:
    """Say what became of it ("" takes that back). Raises `OutcomeUnfinished` with what is missing."""
    require_officer(actor)
    found = visible_statements(actor).select_for_update(of=("self",)).get(pk=statement.pk)
    if outcome == Statement.Outcome.DECLINED and not reason.strip():
        raise OutcomeUnfinished(_("Say why it was declined."))
    if outcome == Statement.Outcome.DEFERRED and until is None:
        raise OutcomeUnfinished(_("Say until when it is deferred."))
    found.outcome, found.outcome_reason = outcome, reason.strip()
    found.deferred_until = until if outcome == Statement.Outcome.DEFERRED else None
    found.version += 1
    found.save(update_fields=["outcome", "outcome_reason", "deferred_until", "version"])
    told = (
        f"{found} – {found.get_outcome_display()}"
        if outcome
        else _("%(statement)s – open again") % {"statement": found}
    )
    record(actor, _line(SETTLED, found, told, detail=found.outcome_reason))
    return found


def line_of(statement: Statement, *, import_batch: int | None = None) -> Line:
    """The journal's line of a statement that came or went, on its day; on the day it was entered where that is unknown."""
    kind = RECEIVED if statement.state == Statement.State.RECEIVED else SENT
    return _line(kind, statement, str(statement), detail=statement.remark, import_batch=import_batch)


def _line(
    kind: str, statement: Statement, summary: str, *, detail: str = "", import_batch: int | None = None
) -> Line:
    day = statement.dated if kind != SETTLED else None
    at = datetime(day.year, day.month, day.day, 5, tzinfo=UTC) if day else None
    return Line(
        kind=kind,
        summary=summary,
        detail=detail,
        occurred_at=at,
        precision=Entry.Precision.DAY if day else Entry.Precision.MINUTE,
        parties=(statement.organisation,) if statement.organisation else (),
        dossier=statement.dossier,
        marking=Marking(statement.marking),
        source=(SOURCE, statement.pk),
        import_batch=import_batch,
    )
