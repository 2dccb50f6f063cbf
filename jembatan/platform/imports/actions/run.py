"""Planning, trying and committing an import. A run is one transaction: a crash at any moment leaves nothing half-done."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.imports.events import BatchCommitted
from jembatan.platform.imports.importer import Account, ImportJob, Problem, Source, importer_for
from jembatan.platform.imports.models import Batch, Outcome, Upload
from jembatan.platform.imports.recognise import recognise
from jembatan.platform.imports.sources import source_of

LOCK = 0x6A656D62  # "jemb": one import at a time per database


class CannotImport(Exception):
    """The import was refused as a whole, with a sentence for people."""


@dataclass(frozen=True, slots=True)
class Result:
    """The batch as it is (or, after a dry run, as it would be) and its problems."""

    batch: Batch
    problems: list[Problem]
    problem_count: int

    def as_json(self) -> dict[str, Any]:
        """The keys of the command line's contract."""
        return {
            "batch": self.batch.pk,
            **{
                name: getattr(self.batch, name)
                for name in ("read", "filed", "updated", "duplicates", "quarantined")
            },
            "problems": [{"source": problem.source, "reason": problem.reason} for problem in self.problems],
            "seconds": round(self.batch.seconds, 3),
        }


@transaction.atomic
def plan(
    actor: Any,
    paths: Iterable[Path],
    *,
    kind: str | None = None,
    label: str = "",
    options: dict[str, Any] | None = None,
) -> Batch:
    """A stored plan for these files: their kinds recognised, their columns guessed. Nothing is imported yet.

    Raises `CannotImport` when there is nothing to read.
    """
    require_officer(actor)
    paths = list(paths)
    for path in paths:
        if not path.exists():
            raise CannotImport(_("There is no file or folder %(path)s.") % {"path": path})
    known, unknown = recognise(paths, kind=kind)
    if not known and not unknown:
        raise CannotImport(
            _("There is nothing to import in %(paths)s.") % {"paths": ", ".join(map(str, paths))}
        )
    return _store_plan(actor, known, unknown, label or ", ".join(path.name for path in paths), options or {})


def run(
    actor: Any, batch: Batch, *, dry_run: bool = False, progress: Callable[[int], None] = lambda read: None
) -> Result:
    """Execute the stored plan; with `dry_run` everything is done and then undone, so the accounts are exact."""
    require_officer(actor)
    with transaction.atomic():
        _one_import_at_a_time()
        batch = Batch.objects.select_for_update().get(pk=batch.pk)
        if batch.state not in {Batch.State.PLANNED, Batch.State.FAILED}:
            raise CannotImport(_("This import has been run already."))
        job = ImportJob(batch=batch, actor=actor, progress=progress)
        started = time.perf_counter()
        _read_everything(job)
        _close_accounts(batch, job.account, seconds=time.perf_counter() - started)
        if dry_run:
            transaction.set_rollback(True)
        else:
            announce(BatchCommitted(batch, actor))
    return Result(batch, job.account.problems, job.account.problem_count)


@transaction.atomic
def import_now(
    actor: Any,
    paths: Iterable[Path],
    *,
    kind: str | None = None,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda read: None,
) -> Result:
    """Plan and run at once; after a crash or a dry run not even the plan is left behind."""
    result = run(actor, plan(actor, paths, kind=kind), dry_run=dry_run, progress=progress)
    if dry_run:
        transaction.set_rollback(True)
    return result


def _store_plan(
    actor: Any, known: dict[str, list[Source]], unknown: list[Problem], label: str, options: dict[str, Any]
) -> Batch:
    proposals = {kind: importer_for(kind).propose(sources) for kind, sources in known.items()}
    batch = Batch.objects.create(
        desk=actor.desk,
        user=actor.user,
        actor_name=actor.name,
        kind=next(iter(known)) if len(known) == 1 else "mixed",
        label=label[:300],
        plan={**proposals, "options": options},
    )
    Upload.objects.bulk_create(
        Upload(batch=batch, kind=kind, name=source.name, path=str(source.path))
        for kind, sources in [*known.items(), ("", [Source(Path(p.source), p.source) for p in unknown])]
        for source in sources
    )
    return batch


def _read_everything(job: ImportJob) -> None:
    uploads: dict[str, list[Source]] = {}
    for upload in job.batch.uploads.select_related("file").order_by("id"):
        uploads.setdefault(upload.kind, []).append(source_of(upload))
    for source in uploads.pop("", []):
        job.quarantine(source.name, 0, _("No importer recognises this file."), source.path.read_bytes())
    for kind, sources in uploads.items():
        importer_for(kind).run(job, sources)


def _close_accounts(batch: Batch, account: Account, *, seconds: float) -> None:
    batch.read = account.read
    batch.filed = account.counts[Outcome.FILED]
    batch.updated = account.counts[Outcome.UPDATED]
    batch.duplicates = account.counts[Outcome.DUPLICATE]
    batch.quarantined = account.counts[Outcome.QUARANTINED]
    batch.seconds = seconds
    batch.state = Batch.State.DONE
    batch.finished_at = timezone.now()
    batch.save()


def _one_import_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
