"""What arrives by itself, a little at a time: one batch a source and day, which is done at every moment and added to."""

from typing import Any

from django.utils import timezone

from jembatan.platform.access import require_officer
from jembatan.platform.imports.job import PROBLEMS_KEPT, Account
from jembatan.platform.imports.models import Batch, Outcome


def batch_of_today(actor: Any, current: Batch | None, *, kind: str, label: str) -> Batch:
    """The source's current batch, locked until the transaction ends; a new one on a new day, or when it was taken back."""
    require_officer(actor)
    today = timezone.localdate()
    if current is not None:
        current = Batch.objects.select_for_update().get(pk=current.pk, desk=actor.desk)
        if current.state == Batch.State.DONE and timezone.localdate(current.created_at) == today:
            return current
    return Batch.objects.create(
        desk=actor.desk,
        actor_name=actor.name,
        kind=kind,
        label=label,
        state=Batch.State.DONE,
        arriving=True,
        finished_at=timezone.now(),
    )


def add_to(batch: Batch, account: Account, *, seconds: float) -> None:
    """Add what has become of some more items to the batch's accounts."""
    batch.filed += account.counts[Outcome.FILED]
    batch.updated += account.counts[Outcome.UPDATED]
    batch.duplicates += account.counts[Outcome.DUPLICATE]
    batch.quarantined += account.counts[Outcome.QUARANTINED]
    batch.read = batch.filed + batch.updated + batch.duplicates + batch.quarantined
    room = PROBLEMS_KEPT - len(batch.problems)
    batch.problems += [[problem.source, problem.reason] for problem in account.problems[:room]]
    batch.problem_count += account.problem_count
    batch.seconds += seconds
    batch.finished_at = timezone.now()
    batch.save()
