"""What each column of a table becomes."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from jembatan.platform.imports.actions.change_plan import map_columns
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.actions.start import start
from jembatan.platform.imports.importer import MapsColumns, importers
from jembatan.platform.imports.models import Batch
from jembatan.platform.imports.queries.batches import visible_batches
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@dataclass(frozen=True, slots=True)
class PlannedTable:
    """A table of the plan: `number` is its place among its kind's, `choices` what a column may become."""

    kind: str
    number: int
    name: str
    columns: list[dict[str, Any]]
    choices: list[tuple[str, Any]]

    @property
    def prefix(self) -> str:
        """Before the column's number, its field's name in the form."""
        return f"{self.kind}-{self.number}"


def tables_of(batch: Batch) -> list[PlannedTable]:
    """Every table of the plan whose importer lets people map columns."""
    found = []
    for importer in importers():
        part = batch.plan.get(importer.kind) or {}
        if isinstance(importer, MapsColumns) and isinstance(part, dict):
            for number, table in enumerate(part.get("tables", [])):
                name = " · ".join(text for text in (table["source"], table.get("sheet", "")) if text)
                choices = list(importer.fields().items())
                found.append(PlannedTable(importer.kind, number, name, table["columns"], choices))
    return found


@desk_page
def columns(request: HttpRequest, actor: Any, batch_id: int) -> HttpResponse:
    """The mapping as guessed; a POST stores it and tries the import."""
    batch = get_object_or_404(visible_batches(actor), pk=batch_id)
    tables = tables_of(batch)
    if not tables or not batch.is_open:
        return redirect("imports:batch", batch.pk)
    if request.method == "POST":
        try:
            for table in tables:
                fields = [request.POST.get(f"{table.prefix}-{at}", "") for at in range(len(table.columns))]
                map_columns(actor, batch, kind=table.kind, table=table.number, fields=fields)
            start(actor, batch, dry_run=True)
        except CannotImport as refusal:
            toast(request, str(refusal), tone="danger")
        return redirect("imports:batch", batch.pk)
    return render(request, "imports/columns.html", {"batch": batch, "tables": tables})
