"""Tables of liaison statements into the register. An item is a row that is a statement."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.statements.record import line_of
from jembatan.correspondence.actions.statements.referring import refer_all, tie
from jembatan.correspondence.formats.html_tables import Row, rows_of_page
from jembatan.correspondence.formats.statement_tables import (
    Reference,
    StatementRow,
    is_statement_table,
    read_statements,
)
from jembatan.correspondence.models import Statement
from jembatan.directory.formats.names import name_folded
from jembatan.directory.formats.tables.csv_rows import read_csv
from jembatan.directory.formats.tables.sheet_rows import CannotRead, read_sheets
from jembatan.directory.models import Organisation
from jembatan.journal.actions.record import record_many
from jembatan.platform.dates.days import read_day
from jembatan.platform.imports.importer import ImportJob, Source, TakenBack, Touch
from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem, Touched
from jembatan.platform.imports.reasons import because

PAGES = {".htm", ".html"}
SHEETS = {".xlsx", ".xls", ".xlsm", ".ods"}
TEXTS = {".csv", ".tsv", ".txt"}
MODEL = "statement"
CHUNK = 1000
FIELDS = (
    "state", "number", "their_number", "title", "body", "organisation_id", "purpose", "dated", "deadline", "outcome", "remark",
    "details",
)  # fmt: skip
UNNAMED = _("This statement has no number or no title.")
NO_TABLE = _("No table in this file has headings for the number, the title and the kind of a statement.")
OTHER_ROWS = _("%(count)s rows are other documents (%(kinds)s) and were left out.")


class StatementImporter:
    """Kind `statements`."""

    kind = "statements"
    label = gettext_lazy("Liaison statements")

    def recognises(self, source: Source) -> bool:
        """A page or table whose headings name number, title and kind, with statements in or out below."""
        suffix = source.path.suffix.lower()
        return suffix in PAGES | SHEETS | TEXTS and is_statement_table(_rows(source.path))

    def takes_folder(self, folder: Path) -> bool:
        """Never: each file is read for itself."""
        return False

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """Nothing has to be chosen."""
        return {}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """Enter the statements of every source, then tie replies and requests."""
        for source in sources:
            _Run(job, source).take()
        tie(job.actor.desk)

    def take_back(self, batch: Batch) -> TakenBack:
        """Statements that nobody has changed since go, or become what they were."""
        total = TakenBack()
        for row in Touched.objects.filter(batch=batch, model=MODEL).order_by("-pk"):
            statement = Statement.objects.filter(pk=row.record_id).first()
            if statement is None or _snapshot(statement) != row.after or statement.version > 1:
                total += TakenBack(kept=int(statement is not None))
                continue
            if row.before is None:
                statement.delete()
            else:
                Statement.objects.filter(pk=statement.pk).update(**row.before)
            total += TakenBack(removed=1)
        return total

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """A row without its number stays without it."""
        raise ValueError(item.reason)


class _Run:
    """One source. Rows are gone through in memory; then all is written in a few statements, however long the table is."""

    def __init__(self, job: ImportJob, source: Source) -> None:
        self.job, self.source = job, source
        self.bodies = _bodies(job.actor.desk)
        self.known: dict[str, Statement] = {}
        self.fresh: list[Statement] = []
        self.changed: list[tuple[Statement, dict[str, Any]]] = []
        self.said: list[tuple[Statement, tuple[Reference, ...]]] = []

    def take(self) -> None:
        table = read_statements(_rows(self.source.path))
        if not table.statements and not table.broken:
            self.job.quarantine(self.source.name, 0, NO_TABLE, self.source.head())
            return
        numbers = [row.number for row in table.statements]
        there = Statement.objects.filter(desk=self.job.actor.desk, number__in=numbers)
        self.known = {statement.number: statement for statement in there}
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
        before = _snapshot(statement)
        if statement.version > 1 or not fields["outcome"]:  # what people said became of it stands
            del fields["outcome"]
        for name, value in fields.items():
            setattr(statement, name, value)
        if _snapshot(statement) == before:
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
                *(Touch(MODEL, each.pk, before=None, after=_snapshot(each)) for each in self.fresh),
                *(
                    Touch(MODEL, each.pk, before=before, after=_snapshot(each))
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


def _rows(path: Path) -> Iterator[Row]:
    """The rows of a page, a spreadsheet or a text table; none of what cannot be read."""
    suffix = path.suffix.lower()
    if suffix in PAGES:
        yield from rows_of_page(path.read_bytes())
    elif suffix in SHEETS:
        try:
            tables = read_sheets(path.read_bytes())
        except CannotRead:
            return
        yield from _of_tables(row for table in tables for row in table.rows)
    else:
        yield from _of_tables(read_csv(path.read_bytes()).rows)


def _of_tables(rows: Iterable[Any]) -> Iterator[Row]:
    for row in rows:
        yield Row(row.number, tuple(row.cells))


def _day(text: str) -> date | None:
    """The day that a cell holds, in either language; None where it holds none."""
    words, today = text.strip().lower(), timezone.localdate()
    found = read_day(words, 0, today=today, language="en") or read_day(words, 0, today=today, language="id")
    return found[0] if found else None


def _snapshot(statement: Statement) -> dict[str, Any]:
    """Its fields as JSON holds them."""
    values = {name: getattr(statement, name) for name in FIELDS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
