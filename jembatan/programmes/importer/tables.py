"""What the importers of tables share: columns that people map, rows that are filed one by one, rows that are set aside."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext_noop as _

from jembatan.directory.formats.tables.files import CannotRead, read_tables, row_as_csv
from jembatan.directory.formats.tables.table import Row, Table
from jembatan.platform.imports.importer import ImportJob, Source, TakenBack
from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem
from jembatan.platform.imports.reasons import because
from jembatan.programmes.formats.sheets import Columns, guess_columns, values_of

SAMPLES = 3
TELL_EVERY = 200


class NotFiled(Exception):
    """The row is set aside; `reason` is a stored reason (`platform.imports.reasons`)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class RowOfSheet:
    """A row's values by field and by heading of further columns, and where it stands."""

    place: str
    line: int
    values: dict[str, str]
    further: dict[str, str]


class Filing(ABC):
    """Files the rows of one import, and remembers what it has seen."""

    at_once = True
    """Whether each row is written when it is taken; else all are in the end, and rows are taken without a savepoint each."""

    @abstractmethod
    def take(self, row: RowOfSheet) -> Outcome:
        """File it; raises `NotFiled`."""

    def finish(self) -> None:  # noqa: B027 - most have nothing left to do
        """Once after the last row: what is better done for many at once."""


@dataclass(slots=True)
class TableImporter:
    """`known` are headings by field, `labels` their names for people; values of `hidden` fields are shown nowhere before they are filed.

    `begin` raises `NotFiled` where it is not clear what the rows belong to.
    """

    kind: str
    label: Any
    known: Mapping[str, str]
    labels: dict[str, Any]
    begin: Callable[[ImportJob], Filing]
    back: Callable[[Batch], TakenBack] | None = None
    hidden: frozenset[str] = frozenset()

    def recognises(self, source: Source) -> bool:
        """Never by itself: such a table looks like contacts. The page of a programme, and `--as`, say what it is."""
        return False

    def takes_folder(self, folder: Path) -> bool:
        """Never: each file is read for itself."""
        return False

    def fields(self) -> dict[str, Any]:
        """What a column may become."""
        return self.labels

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """The columns of every sheet, with their meanings guessed and the first values under them."""
        tables = []
        for source in sources:
            try:
                found = read_tables(source.path.read_bytes(), name=source.name)
            except CannotRead:
                continue
            tables += [self._proposal(source.name, table) for table in found]
        return {"tables": tables}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """File the rows of every sheet."""
        try:
            filing = self.begin(job)
        except NotFiled as refused:
            for source in sources:
                self._set_file_aside(job, source.name, refused.reason, source.path.read_bytes())
            return
        for source in sources:
            self._read(job, filing, source.name, source.path.read_bytes())
        filing.finish()

    def take_back(self, batch: Batch) -> TakenBack:
        """The records of all importers of this room are taken back by one of them."""
        return self.back(batch) if self.back else TakenBack()

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """Read the row again under its headings, or the whole file."""
        try:
            filing = self.begin(job)
        except NotFiled:
            return False
        before = job.account.counts[Outcome.QUARANTINED]
        if not item.position:
            self._read(job, filing, item.source, bytes(item.raw))
        else:
            for table in read_tables(bytes(item.raw), name="row.csv"):
                columns = self._planned(job, item.source, "") or guess_columns(table, self.known)
                for row in table.rows[1:]:
                    self._take(job, filing, item.source, Row(item.position, row.cells), columns)
        filing.finish()
        return job.account.read > 0 and job.account.counts[Outcome.QUARANTINED] == before

    def _read(self, job: ImportJob, filing: Filing, name: str, content: bytes) -> None:
        try:
            tables = read_tables(content, name=name)
        except CannotRead as error:
            self._set_file_aside(
                job, name, because(_("The spreadsheet cannot be read (%(error)s)."), error=error), content
            )
            return
        if not any(table.rows for table in tables):
            self._set_file_aside(job, name, _("The table holds no rows."), content)
            return
        found = [
            (table, self._planned(job, name, table.name) or guess_columns(table, self.known))
            for table in tables
        ]
        if not any(any(columns.fields) for _table, columns in found):
            told = _("No row has headings that are known. Write headings, or say what the columns are.")
            self._set_file_aside(job, name, told, content)
            return
        for table, columns in found:
            where = f"{name} [{table.name}]" if table.name else name
            if any(columns.fields):
                self._rows(job, filing, where, table, columns)
            elif table.rows:
                job.account.note(where, _("This sheet has no headings that are known, and was left out."))

    def _rows(self, job: ImportJob, filing: Filing, where: str, table: Table, columns: Columns) -> None:
        for row in table.rows:
            if row.number > columns.header:
                self._take(job, filing, where, row, columns)
                if row.number % TELL_EVERY == 0:
                    job.tell()

    def _take(self, job: ImportJob, filing: Filing, where: str, row: Row, columns: Columns) -> None:
        values, further = values_of(row, columns)
        item = RowOfSheet(where, row.number, values, further)
        try:
            with transaction.atomic() if filing.at_once else nullcontext():
                outcome = filing.take(item)
        except NotFiled as refused:
            self._set_aside(job, item, row, columns, refused.reason)
        except (IntegrityError, DataError):
            self._set_aside(
                job, item, row, columns, _("A value does not fit, or stands once already. Correct the row.")
            )
        else:
            job.account.count(outcome)
            title = next(
                (values[key] for key in ("full_name", "member", "name", "delegation") if key in values), ""
            )
            job.show(outcome, title, values.get("number", ""))

    def _set_aside(self, job: ImportJob, item: RowOfSheet, row: Row, columns: Columns, reason: str) -> None:
        """With its cells, but for those that only few may read."""
        fields = [*columns.fields, *[""] * len(row.cells)]
        cells = ["" if field in self.hidden else cell for cell, field in zip(row.cells, fields, strict=False)]
        job.quarantine(item.place, item.line, reason, row_as_csv(columns.headings, cells))

    def _set_file_aside(self, job: ImportJob, name: str, reason: str, content: bytes) -> None:
        """Without its bytes, where they may hold what only few may read."""
        job.quarantine(name, 0, reason, b"" if self.hidden else content)

    def _proposal(self, name: str, table: Table) -> dict[str, Any]:
        columns = guess_columns(table, self.known)
        body = [row for row in table.rows if row.number > columns.header]
        return {
            "source": name,
            "sheet": table.name,
            "header": columns.header,
            "columns": [
                {
                    "heading": heading,
                    "field": field,
                    "samples": [] if field in self.hidden else list(_samples(body, at)),
                }
                for at, (heading, field) in enumerate(zip(columns.headings, columns.fields, strict=True))
            ],
        }

    def _planned(self, job: ImportJob, name: str, sheet: str) -> Columns | None:
        """As the stored plan has it."""
        for table in job.plan.get(self.kind, {}).get("tables", []):
            if table["source"] == name and sheet in {"", table["sheet"]}:
                columns = table["columns"]
                return Columns(
                    table["header"],
                    [column["heading"] for column in columns],
                    [column["field"] for column in columns],
                )
        return None


def _samples(rows: list[Row], at: int) -> Iterator[str]:
    values = (
        row.cells[at].strip()[:80] for row in rows[:50] if at < len(row.cells) and row.cells[at].strip()
    )
    for value, _number in zip(dict.fromkeys(values), range(SAMPLES), strict=False):
        yield value
