"""Tables of liaison statements into the register. An item is a row that is a statement."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy

from jembatan.correspondence.actions.statements.referring import tie
from jembatan.correspondence.formats.html_tables import Row, rows_of_page
from jembatan.correspondence.formats.statement_tables import is_statement_table
from jembatan.correspondence.importer.statement_run import MODEL, Run, snapshot
from jembatan.correspondence.models import Statement
from jembatan.directory.formats.tables.files import SHEET_ENDINGS, CannotRead, read_tables
from jembatan.platform.imports.importer import ImportJob, Source, TakenBack
from jembatan.platform.imports.models import Batch, QuarantinedItem, Touched

PAGES = {".htm", ".html"}
TEXTS = {".csv", ".tsv", ".txt"}


class StatementImporter:
    """Kind `statements`."""

    kind = "statements"
    label = gettext_lazy("Liaison statements")

    def recognises(self, source: Source) -> bool:
        """A page or table whose headings name number, title and kind, with statements in or out below."""
        suffix = source.path.suffix.lower()
        return suffix in PAGES | SHEET_ENDINGS | TEXTS and is_statement_table(_rows(source.path))

    def takes_folder(self, folder: Path) -> bool:
        """Never: each file is read for itself."""
        return False

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """Nothing has to be chosen."""
        return {}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """Enter the statements of every source, then tie replies and requests."""
        for source in sources:
            Run(job, source).take(_rows(source.path))
        tie(job.actor.desk)

    def take_back(self, batch: Batch) -> TakenBack:
        """Statements that nobody has changed since go, or become what they were."""
        total = TakenBack()
        for row in Touched.objects.filter(batch=batch, model=MODEL).order_by("-pk"):
            statement = Statement.objects.filter(pk=row.record_id).first()
            if statement is None or snapshot(statement) != row.after or statement.version > 1:
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


def _rows(path: Path) -> Iterator[Row]:
    """The rows of a page, a spreadsheet or a text table; none of what cannot be read."""
    suffix = path.suffix.lower()
    if suffix in PAGES:
        yield from rows_of_page(path.read_bytes())
        return
    try:
        tables = read_tables(path.read_bytes(), name=path.name)
    except CannotRead:
        return
    for table in tables:
        yield from (Row(row.number, tuple(row.cells)) for row in table.rows)
