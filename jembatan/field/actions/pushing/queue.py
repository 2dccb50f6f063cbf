"""Putting news into the outbox for phones, inside the transaction that makes it news."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from jembatan.field.events import PushQueued
from jembatan.field.models import Push, PushAddress
from jembatan.platform.events import announce_after_commit

WORTH = timedelta(hours=24)


def queue_push(
    officers: Iterable[int], kind: Push.Kind, record: int, *, until: datetime | None = None
) -> None:
    """For every phone of these officers that wants to be woken. What waits already is told anew; after `until` it is no news any more."""
    now = timezone.now()
    over = min(until or now + WORTH, now + WORTH)
    reached = PushAddress.objects.filter(phone__officer__in=set(officers), phone__ended_at=None)
    rows = [
        Push(address_id=address, kind=kind, record=record, turn=uuid4(), due_at=now, over_at=over)
        for address in reached.values_list("pk", flat=True)
    ]
    if not rows or over <= now:
        return
    Push.objects.bulk_create(
        rows,
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["address", "kind", "record"],
        update_fields=["turn", "due_at", "over_at", "tries"],
    )
    announce_after_commit(PushQueued())
