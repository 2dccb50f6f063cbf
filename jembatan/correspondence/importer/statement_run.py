"""One table of statements into the register."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.statements.record import line_of
from jembatan.correspondence.actions.statements.referring import refer_all
from jembatan.correspondence.formats.html_tables import Row
from jembatan.correspondence.formats.statement_tables import Reference, StatementRow, read_statements
from jembatan.correspondence.models import ReservedNumber, Statement
from jembatan.directory.formats.names import name_folded
from jembatan.directory.models import Organisation
from jembatan.journal.actions.record import record_many
from jembatan.platform.dates.days import read_day
from jembatan.platform.imports.importer import ImportJob, Source, Touch
from jembatan.platform.imports.models import Outcome
from jembatan.platform.imports.reasons import because

MODEL = "statement"
CHUNK = 1000
FIELDS = (
    "state", "number", "their_number", "title", "body", "organisation_id", "purpose", "dated", "deadline", "outcome", "remark",
    "details",
)  # fmt: skip
UNNAMED = _("This statement has no number or no title.")
NO_TABLE = _("No table in this file has headings for the number, the title and the kind of a statement.")
OTHER_ROWS = _("%(count)s rows are other documents (%(kinds)s) and were left out.")


class Run:
    """One source. Rows are gone through in memory; then all is written in a few statements, however long the table is."""

    def __init__(self, job: ImportJob, source: Source) -> None:
        self.job, self.source = job, source
        self.bodies = _bodies(job.actor.desk)
        self.known: dict[str, Statement] = {}
        self.lettered: set[str] = set()
        self.fresh: list[Statement] = []
        self.changed: list[tuple[Statement, dict[str, Any]]] = []
        self.said: list[tuple[Statement, tuple[Reference, ...]]] = []

    def take(self, rows: Iterable[Row]) -> None:
        """Enter what these rows say; what lacks a number or a title is kept with its reason."""
        table = read_statements(rows)
        if not table.statements and not table.broken:
            self.job.quarantine(self.source.name, 0, NO_TABLE, self.source.head())
            return
        numbers = [row.number for row in table.statements]
        there = Statement.objects.filter(desk=self.job.actor.desk, number__in=numbers)
        self.known = {statement.number: statement for statement in there}
        in_the_book = ReservedNumber.objects.filter(desk=self.job.actor.desk, text__in=numbers)
        self.lettered = set(in_the_book.values_list("text", flat=True))
        for row in table.statements:
            self._count(self._sort(row), row)
        self._write()
        for broken in table.broken:
            cells = "\t".join(broken.cells).encode("utf-8")
            self.job.quarantine(self.source.name, broken.line, UNNAMED, cells)
        self._tell_of_others(table.others)

    def _sort(self, row: StatementRow) -> Outcome:
        """Whether the row is new, changes what is there, or says nothing new."""
        fields = self._fields(row)
        statement = self.known.get(row.number)
        if statement is None:
            statement = Statement(desk=self.job.actor.desk, import_batch=self.job.batch.pk, **fields)
            self.known[row.number] = statement
            self.fresh.append(statement)
            self.said.append((statement, row.references))
            return Outcome.FILED
        self.said.append((statement, row.references))
        if row.number in self.lettered:  # its letter says what it is, and whether it has left
            return Outcome.DUPLICATE
        before = snapshot(statement)
        if statement.version > 1 or not fields["outcome"]:  # what people said became of it stands
            del fields["outcome"]
        for name, value in fields.items():
            setattr(statement, name, value)
        if snapshot(statement) == before:
            return Outcome.DUPLICATE
        if statement.pk is not None:
            self.changed.append((statement, before))
        return Outcome.UPDATED

    def _write(self) -> None:
        Statement.objects.bulk_create(self.fresh, batch_size=CHUNK)
        Statement.objects.bulk_update(
            [statement for statement, _before in self.changed], FIELDS, batch_size=CHUNK
        )
        self.job.touch_many(
            [
                *(Touch(MODEL, each.pk, before=None, after=snapshot(each)) for each in self.fresh),
                *(
                    Touch(MODEL, each.pk, before=before, after=snapshot(each))
                    for each, before in self.changed
                ),
            ]
        )
        refer_all(self.said)
        told = (each for each in self.fresh if each.state != Statement.State.DRAFT)
        record_many(self.job.actor, (line_of(each, import_batch=self.job.batch.pk) for each in told))

    def _fields(self, row: StatementRow) -> dict[str, Any]:
        return {
            "state": row.state,
            "number": row.number,
            "their_number": row.their_number[:200],
            "title": row.title[:500],
            "body": row.body[:300],
            "organisation": self.bodies.get(name_folded(row.body)) if row.body else None,
            "purpose": row.purpose,
            "dated": _day(row.dated),
            "deadline": _day(row.deadline),
            "outcome": row.outcome,
            "remark": row.remark,
            "details": [list(pair) for pair in row.details],
        }

    def _count(self, outcome: Outcome, row: StatementRow) -> None:
        self.job.account.count(outcome)
        if outcome != Outcome.DUPLICATE:
            self.job.show(outcome, f"{row.number} · {row.title}", row.body)
        self.job.tell()

    def _tell_of_others(self, others: dict[str, int]) -> None:
        kinds = ", ".join(sorted(kind for kind in others if kind))
        if kinds:
            reason = because(OTHER_ROWS, count=str(sum(others.values())), kinds=kinds[:300])
            self.job.account.note(self.source.name, reason)


def _bodies(desk: Desk) -> dict[str, Organisation]:
    """Organisations of the directory by their folded names, long and short."""
    there = Organisation.objects.filter(desk=desk, removed_at__isnull=True)
    bodies: dict[str, Organisation] = {}
    for each in there.order_by("-pk"):
        if each.short_name:
            bodies.setdefault(name_folded(each.short_name), each)
        bodies[each.name_folded] = each
    return bodies


def _day(text: str) -> date | None:
    """The day that a cell holds, in either language; None where it holds none."""
    words, today = text.strip().lower(), timezone.localdate()
    found = read_day(words, 0, today=today, language="en") or read_day(words, 0, today=today, language="id")
    return found[0] if found else None


def snapshot(statement: Statement) -> dict[str, Any]:
    """Its fields as JSON holds them."""
    values = {name: getattr(statement, name) for name in FIELDS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
