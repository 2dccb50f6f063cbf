"""Entering a statement into the register, and its line in the journal."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.actions.statements.mentions import find_mentions
from jembatan.correspondence.actions.statements.referring import refer, tie
from jembatan.correspondence.formats.statement_tables import Reference, references_in
from jembatan.correspondence.models import Message, Statement
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking

RECEIVED, SENT = "statement.received", "statement.sent"
SOURCE = "statement"


class NumberTaken(ValueError):
    """A number names one statement of a desk."""

    def __str__(self) -> str:
        return _("This desk has a statement with this number already.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A statement as it is typed into the register; `answers` are the numbers that it responds to."""

    state: Statement.State
    number: str
    title: str
    body: str = ""
    organisation: Organisation | None = None
    their_number: str = ""
    purpose: str = ""
    dated: date | None = None
    deadline: date | None = None
    cc: str = ""
    technical_contact: str = ""
    response_contact: str = ""
    remark: str = ""
    dossier: Dossier | None = None
    marking: Marking = Marking.GREEN
    message: Message | None = None
    answers: tuple[str, ...] = ()

    @property
    def columns(self) -> dict[str, Any]:
        """What stands in the statement's own row."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "answers"}

    @property
    def references(self) -> tuple[Reference, ...]:
        """What it says of others: the numbers typed, and those that its remark and title name."""
        typed = tuple(Reference("responds_to", number[:80]) for number in self.answers)
        return (*typed, *references_in(f"{self.remark}\n{self.title}"))


@transaction.atomic
def record_statement(actor: Actor, entered: Entered) -> Statement:
    """Enter it, with the statements that its title and remark name. Raises `NumberTaken`."""
    require_writer(actor)
    try:
        with transaction.atomic():
            statement = Statement.objects.create(desk=actor.desk, **entered.columns)
    except IntegrityError as error:
        raise NumberTaken from error
    refer(statement, entered.references)
    tie(actor.desk)
    find_mentions(statement)
    if statement.state != Statement.State.DRAFT:
        record(actor, line_of(statement))
    return statement


def line_of(statement: Statement, *, import_batch: int | None = None, by: User | str | None = None) -> Line:
    """The journal's line of a statement that came or went, on its day; on the day it was entered where that is unknown."""
    day = statement.dated
    return Line(
        kind=RECEIVED if statement.state == Statement.State.RECEIVED else SENT,
        summary=str(statement),
        detail=statement.remark,
        occurred_at=datetime(day.year, day.month, day.day, 5, tzinfo=UTC) if day else None,
        precision=Entry.Precision.DAY if day else Entry.Precision.MINUTE,
        parties=(statement.organisation,) if statement.organisation else (),
        dossier=statement.dossier,
        marking=Marking(statement.marking),
        source=(SOURCE, statement.pk),
        import_batch=import_batch,
        by=by,
    )
