"""What arrives by itself: one batch a source and day, shown where something of it waits."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from jembatan.platform.imports.actions.arrivals import add_to, batch_of_today
from jembatan.platform.imports.job import Account, ImportJob
from jembatan.platform.imports.models import Batch, Outcome
from jembatan.platform.imports.queries.batches import recent_batches


def arrived(actor: Any, current: Batch | None = None) -> Batch:
    """Two more items."""
    batch = batch_of_today(actor, current, kind="mail", label="kotak")
    account = Account()
    account.count(Outcome.FILED)
    account.count(Outcome.QUARANTINED)
    account.note("kotak:2", "broken")
    add_to(batch, account, seconds=0.5)
    return batch


def test_a_day_is_one_batch_that_is_added_to(officer: Any) -> None:
    batch = arrived(officer, arrived(officer))
    stored = Batch.objects.get()
    assert (stored.pk, stored.read, stored.filed, stored.quarantined) == (batch.pk, 4, 2, 2)
    assert (stored.state, stored.problem_count, stored.seconds) == (Batch.State.DONE, 2, 1.0)


def test_next_day_and_what_was_taken_back_begin_anew(officer: Any) -> None:
    first = arrived(officer)
    Batch.objects.filter(pk=first.pk).update(created_at=timezone.now() - timedelta(days=1))
    second = arrived(officer, first)
    Batch.objects.filter(pk=second.pk).update(state=Batch.State.ROLLED_BACK)
    third = arrived(officer, second)
    assert len({first.pk, second.pk, third.pk}) == 3


def test_list_shows_what_waits(officer: Any) -> None:
    quiet, waiting = arrived(officer), arrived(officer)
    ImportJob(batch=waiting, actor=officer, kind="mail").quarantine("kotak", 2**32 - 1, "x", b"")
    assert quiet.pk != waiting.pk
    assert [batch.pk for batch in recent_batches(officer).rows] == [waiting.pk]
