"""What becomes of items that an import set aside."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.platform.access import require_officer
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.actions.repeats import settle_repeats
from jembatan.platform.imports.importer import ImportJob, importer_for
from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem
from jembatan.platform.imports.one_at_a_time import no_import_under_way
from jembatan.platform.imports.recognise import Recogniser
from jembatan.platform.imports.source import Source

State = QuarantinedItem.State


@transaction.atomic
def retry(actor: Any, item: QuarantinedItem) -> bool:
    """Try an item once more; True if it is filed now, and the batch's accounts say so. Raises `CannotImport`."""
    require_officer(actor)
    no_import_under_way()
    batch = Batch.objects.select_for_update().get(pk=item.batch_id, desk=actor.desk)
    item = QuarantinedItem.objects.select_for_update().get(pk=item.pk, batch=batch)
    if item.state not in {State.WAITING, State.DISMISSED} or batch.state != Batch.State.DONE:
        raise CannotImport(_("This item is not waiting any more."))
    job = ImportJob(batch=batch, actor=actor, kind=item.kind)
    filed = _try(job, item)
    item.retried_at = timezone.now()
    if filed:
        item.state = State.FILED
        _move(batch, job)
    item.save(update_fields=["state", "retried_at", "reason"])
    if filed:
        settle_repeats(item)
    return filed


def retry_all(actor: Any, batch: Batch) -> tuple[int, int]:
    """Try every waiting item of a batch; how many are filed now, and how many still wait."""
    require_officer(actor)
    waiting = QuarantinedItem.objects.filter(batch=batch, batch__desk=actor.desk, state=State.WAITING)
    outcomes = [retry(actor, item) for item in waiting.defer("raw").order_by("id")]
    return sum(outcomes), len(outcomes) - sum(outcomes)


@transaction.atomic
def dismiss(actor: Any, item: QuarantinedItem) -> None:
    """Let an item go, for what repeated it, too; its bytes stay, and it can still be retried. What comes anew waits."""
    require_officer(actor)
    QuarantinedItem.objects.filter(pk=item.pk, batch__desk=actor.desk, state=State.WAITING).update(
        state=State.DISMISSED
    )


def _try(job: ImportJob, item: QuarantinedItem) -> bool:
    """In a savepoint of its own: an importer that breaks leaves the item where it was, with the new reason."""
    try:
        with transaction.atomic():
            filed = importer_for(item.kind).retry(job, item) if item.kind else _recognise_again(job, item)
            if not filed:
                transaction.set_rollback(True)
    except Exception as error:  # noqa: BLE001 whatever breaks an importer is the reason that people read
        item.reason = str(error) or type(error).__name__
        return False
    return filed


def _recognise_again(job: ImportJob, item: QuarantinedItem) -> bool:
    """A newer version may know the kind of a file that nobody recognised."""
    with TemporaryDirectory(prefix="jembatan-retry-") as scratch:
        # a name of its own: what the file is called is said by the source, and by the file alone what it is
        path = Path(scratch) / f"item{Path(item.source).suffix}"
        path.write_bytes(bytes(item.raw))
        unpacked = Path(scratch) / "unpacked"
        found = Recogniser(unpacked).recognise([Source(path, item.source)])
        for kind, sources in found.known.items():
            job.kind = kind
            importer_for(kind).run(job, sources)
    return bool(found.known) and not found.unknown


def _move(batch: Batch, job: ImportJob) -> None:
    """The item leaves the quarantine's account for the ones that the importer counted it in (at least one)."""
    counts = job.account.counts
    if not job.account.read:
        counts[Outcome.FILED] = 1
    batch.filed += counts[Outcome.FILED]
    batch.updated += counts[Outcome.UPDATED]
    batch.duplicates += counts[Outcome.DUPLICATE]
    batch.quarantined += counts[Outcome.QUARANTINED] - 1
    batch.read = batch.filed + batch.updated + batch.duplicates + batch.quarantined
    batch.save(update_fields=["read", "filed", "updated", "duplicates", "quarantined"])
