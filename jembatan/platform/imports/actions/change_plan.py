"""Changing a stored plan before it is run."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.platform.access import require_officer
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.importer import MapsColumns, importer_for
from jembatan.platform.imports.models import Batch


@transaction.atomic
def map_columns(actor: Any, batch: Batch, *, kind: str, table: int, fields: Sequence[str]) -> None:
    """Say what each column of a table becomes, in order; "" keeps a column among further fields.

    A preview of the plan as it was is thrown away. Raises `CannotImport` for an unknown field, or when the batch is run.
    """
    require_officer(actor)
    batch = _open(actor, batch)
    importer = importer_for(kind)
    known = {"", *importer.fields()} if isinstance(importer, MapsColumns) else {""}
    columns = batch.plan[kind]["tables"][table]["columns"]
    if len(fields) != len(columns) or not known.issuperset(fields):
        raise CannotImport(_("The columns do not fit this file any more. Load the page again."))
    for column, field in zip(columns, fields, strict=True):
        column["field"] = field
    batch.preview = None
    batch.save(update_fields=["plan", "preview"])


@transaction.atomic
def discard(actor: Any, batch: Batch) -> None:
    """Drop a plan that was never run, with its uploads. Raises `CannotImport` when it was."""
    require_officer(actor)
    _open(actor, batch).delete()


def _open(actor: Any, batch: Batch) -> Batch:
    batch = Batch.objects.select_for_update().get(pk=batch.pk, desk=actor.desk)
    if not batch.is_open:
        raise CannotImport(_("This import is under way, or has been run already."))
    return batch
