"""Handing a plan to a worker, and what the worker does with it."""

import logging
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from jembatan.platform.access import require_officer
from jembatan.platform.imports.acting import actor_of
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.actions.run import Result, accounts, run
from jembatan.platform.imports.models import Batch
from jembatan.platform.imports.progress import stored_progress

log = logging.getLogger(__name__)


@transaction.atomic
def start(actor: Any, batch: Batch, *, dry_run: bool) -> None:
    """Queue the plan for a worker. Raises `CannotImport` when it is under way, or has been run, already."""
    from jembatan.platform.imports.jobs import work_off

    require_officer(actor)
    batch = Batch.objects.select_for_update().get(pk=batch.pk, desk=actor.desk)
    if not batch.is_open:
        raise CannotImport(_("This import is under way, or has been run already."))
    batch.state = Batch.State.TRYING if dry_run else Batch.State.RUNNING
    batch.error = ""
    batch.save(update_fields=["state", "error"])
    work_off.defer(batch_id=batch.pk, dry_run=dry_run)


def work(batch: Batch, *, dry_run: bool) -> None:
    """Run what `start` queued. A second call after a crash starts from nothing; after success it does nothing."""
    if batch.state != (Batch.State.TRYING if dry_run else Batch.State.RUNNING):
        return
    with override(getattr(batch.user, "language", None)):
        actor = actor_of(batch)
        if actor is None:
            _fail(batch, _("Whoever planned this import no longer works at this desk."))
            return
        try:
            with stored_progress(batch.pk) as progress:
                result = run(actor, batch, dry_run=dry_run, progress=progress)
        except Exception as error:
            _fail(batch, str(error) or type(error).__name__)
            log.exception("Import %s failed", batch.pk)
            if not isinstance(error, CannotImport):
                raise
            return
    if dry_run:
        _remember(batch, result)


def _remember(batch: Batch, result: Result) -> None:
    Batch.objects.filter(pk=batch.pk).update(
        state=Batch.State.PLANNED,
        preview={
            **accounts(result.batch),
            "problems": result.batch.problems,
            "problem_count": result.problem_count,
            "sample": result.sample,
            "seconds": round(result.batch.seconds, 1),
        },
    )


def _fail(batch: Batch, reason: str) -> None:
    Batch.objects.filter(pk=batch.pk).update(state=Batch.State.FAILED, error=reason)
