"""Trying and committing an import. A run is one transaction: a crash at any moment leaves nothing half-done."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.imports.actions.plan import plan, plan_in
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.events import BatchCommitted
from jembatan.platform.imports.importer import ImportJob, Problem, Source, importer_for
from jembatan.platform.imports.models import Batch, Outcome
from jembatan.platform.imports.one_at_a_time import one_import_at_a_time
from jembatan.platform.imports.reasons import told
from jembatan.platform.imports.sources import source_of

__all__ = ["CannotImport", "Result", "import_now", "plan", "run"]

RAW_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Result:
    """The batch as it is (or, after a dry run, as it would be), its problems, and a sample of its items."""

    batch: Batch
    sample: list[dict[str, str]]
    dry_run: bool = False

    @property
    def problems(self) -> list[Problem]:
        """At most 1,000 of them."""
        return [Problem(source, told(reason)) for source, reason in self.batch.problems]

    @property
    def problem_count(self) -> int:
        """All of them."""
        return self.batch.problem_count

    def as_json(self) -> dict[str, Any]:
        """The keys of the command line's contract; a dry run leaves no batch behind, so it has no number."""
        return {
            "batch": None if self.dry_run else self.batch.pk,
            **accounts(self.batch),
            "problems": [{"source": problem.source, "reason": problem.reason} for problem in self.problems],
            "seconds": round(self.batch.seconds, 3),
        }


def accounts(batch: Batch) -> dict[str, int]:
    """The five figures that balance."""
    return {name: getattr(batch, name) for name in ("read", "filed", "updated", "duplicates", "quarantined")}


def run(
    actor: Any, batch: Batch, *, dry_run: bool = False, progress: Callable[[int], None] = lambda read: None
) -> Result:
    """Execute the stored plan; with `dry_run` everything is done and then undone, so the accounts are exact."""
    require_officer(actor)
    with transaction.atomic():
        one_import_at_a_time()
        batch = Batch.objects.select_for_update().get(pk=batch.pk, desk=actor.desk)
        if not (batch.is_open or batch.is_busy):
            raise CannotImport(_("This import has been run already."))
        job = ImportJob(batch=batch, actor=actor, progress=progress)
        started = time.perf_counter()
        _read_everything(job)
        _close_accounts(job, seconds=time.perf_counter() - started)
        if dry_run:
            transaction.set_rollback(True)
        else:
            announce(BatchCommitted(batch, actor))
    return Result(batch, job.sample, dry_run)


def import_now(
    actor: Any,
    paths: Iterable[Path],
    *,
    kind: str | None = None,
    options: dict[str, Any] | None = None,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda read: None,
) -> Result:
    """Plan and run at once; after a crash or a dry run not even the plan is left behind."""
    with TemporaryDirectory(prefix="jembatan-import-") as scratch, transaction.atomic():
        batch = plan_in(actor, paths, kind=kind, options=options, scratch=Path(scratch))
        result = run(actor, batch, dry_run=dry_run, progress=progress)
        if dry_run:
            transaction.set_rollback(True)
    return result


def _read_everything(job: ImportJob) -> None:
    uploads = job.batch.uploads.select_related("file").order_by("id")
    for upload in uploads.filter(kind=""):
        job.quarantine(upload.name, 0, upload.reason, _content(source_of(upload)))
    sources: dict[str, list[Source]] = {}
    for upload in uploads.exclude(kind=""):
        sources.setdefault(upload.kind, []).append(source_of(upload))
    for kind, of_kind in sources.items():
        job.kind = kind
        importer_for(kind).run(job, of_kind)
        job.tell()


def _content(source: Source) -> bytes:
    """The bytes of a file that nobody reads; of one larger than 64 MB, the beginning."""
    if not source.path.is_file():
        return b""
    return source.path.read_bytes() if source.path.stat().st_size <= RAW_LIMIT else source.head()


def _close_accounts(job: ImportJob, *, seconds: float) -> None:
    batch, account = job.batch, job.account
    batch.read = account.read
    batch.filed = account.counts[Outcome.FILED]
    batch.updated = account.counts[Outcome.UPDATED]
    batch.duplicates = account.counts[Outcome.DUPLICATE]
    batch.quarantined = account.counts[Outcome.QUARANTINED]
    batch.problems = [[problem.source, problem.reason] for problem in account.problems]
    batch.problem_count = account.problem_count
    batch.seconds = seconds
    batch.state = Batch.State.DONE
    batch.error = ""
    batch.finished_at = timezone.now()
    batch.save()
