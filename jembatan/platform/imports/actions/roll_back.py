"""Taking an import back, within thirty days."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.actions.repeats import hand_on
from jembatan.platform.imports.events import BatchRolledBack, DemoLeaving
from jembatan.platform.imports.importer import TakenBack, importers
from jembatan.platform.imports.models import Batch, Imported
from jembatan.platform.imports.one_at_a_time import no_import_under_way

LIMIT = timedelta(days=30)


@transaction.atomic
def roll_back(actor: Any, batch: Batch) -> TakenBack:
    """Remove what the batch made and restore what it changed, except what people changed since.

    Raises `CannotImport` when the batch was never run, is already taken back, or is older than thirty days (a demo
    leaves at any age), and while another import is under way.
    """
    require_officer(actor)
    no_import_under_way()
    batch = Batch.objects.select_for_update().get(pk=batch.pk, desk=actor.desk)
    if batch.state != Batch.State.DONE or batch.finished_at is None:
        raise CannotImport(_("This import has not been run, or has been taken back already."))
    if not may_be_taken_back(batch):
        raise CannotImport(_("An import can be taken back within 30 days; this one is older."))
    result = _take_back(batch)
    hand_on(batch)
    batch.state = Batch.State.ROLLED_BACK
    batch.rolled_back_at = timezone.now()
    batch.save(update_fields=["state", "rolled_back_at"])
    announce(BatchRolledBack(batch, actor, result.removed, result.kept))
    return result


def may_be_taken_back(batch: Batch) -> bool:
    """Whether the batch was run and is young enough."""
    if batch.state != Batch.State.DONE or batch.finished_at is None:
        return False
    return batch.is_demo or batch.finished_at >= timezone.now() - LIMIT


def foresee(actor: Any, batch: Batch) -> TakenBack:
    """What `roll_back` would remove and keep: it is done, and undone."""
    require_officer(actor)
    with transaction.atomic():
        result = _take_back(batch)
        transaction.set_rollback(True)
    return result


@transaction.atomic
def remove_demo(actor: Any) -> TakenBack:
    """Take every demo batch of this desk back, the last one first; what people changed since is kept."""
    require_officer(actor)
    announce(DemoLeaving(actor))
    batches = Batch.objects.filter(desk=actor.desk, is_demo=True, state=Batch.State.DONE).order_by("-id")
    return sum((roll_back(actor, batch) for batch in batches), TakenBack())


def _take_back(batch: Batch) -> TakenBack:
    result = sum((importer.take_back(batch) for importer in reversed(importers())), TakenBack())
    Imported.objects.filter(batch=batch).delete()
    return result
