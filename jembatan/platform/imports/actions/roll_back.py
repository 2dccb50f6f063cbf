"""Taking an import back, within thirty days."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.imports.actions.run import CannotImport
from jembatan.platform.imports.events import BatchRolledBack
from jembatan.platform.imports.importer import TakenBack, importers
from jembatan.platform.imports.models import Batch

LIMIT = timedelta(days=30)


@transaction.atomic
def roll_back(actor: Any, batch: Batch) -> TakenBack:
    """Remove what the batch made and restore what it changed, except records that people changed since.

    Raises `CannotImport` when the batch was never run, is already taken back, or is older than thirty days.
    """
    require_officer(actor)
    batch = Batch.objects.select_for_update().get(pk=batch.pk, desk=actor.desk)
    if batch.state != Batch.State.DONE or batch.finished_at is None:
        raise CannotImport(_("This import has not been run, or has been taken back already."))
    if batch.finished_at < timezone.now() - LIMIT:
        raise CannotImport(_("An import can be taken back within 30 days; this one is older."))
    result = sum((importer.take_back(batch) for importer in reversed(importers())), TakenBack())
    batch.state = Batch.State.ROLLED_BACK
    batch.rolled_back_at = timezone.now()
    batch.save(update_fields=["state", "rolled_back_at"])
    announce(BatchRolledBack(batch, actor, result.removed, result.kept))
    return result
