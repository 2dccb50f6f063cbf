"""The radar looks by itself: at a partner as soon as something is written about it, at everything every hour."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.types import JSONValue

from jembatan.accounts.models import Desk
from jembatan.field.events import CameAfterAll, DidNotCome
from jembatan.journal.events import EntriesWritten
from jembatan.radar.queries.partners import partner_of

MOST = 20
NO_CONTACT = ("directory.", "signal.")


@app.periodic(cron="29 * * * *", periodic_id="watch_everywhere")
@app.task(queueing_lock="watch_everywhere", pass_context=False)
def watch_everywhere(timestamp: int) -> None:
    """Every hour, at every desk: silence is what no entry tells. Each in a job of its own: what breaks at one desk stops no other."""
    for desk_id in Desk.objects.order_by("id").values_list("pk", flat=True):
        _queue(desk_id, [])


@app.task
def watch_partners(desk_id: int, partners: list[int]) -> None:
    """These partners, or all where none is named; a desk that is gone has none."""
    from jembatan.radar.actions.watch import watch  # with numpy, which few processes need

    for desk in Desk.objects.filter(pk=desk_id):
        watch(desk, only=partners or None)


def watch_soon(event: EntriesWritten) -> None:
    """Listens to `EntriesWritten`, after the commit. While one look at a partner waits, no second one queues up behind it.

    What is written in the directory is no contact: it waits for the hour.
    """
    if all(kind.startswith(NO_CONTACT) for kind in event.kinds):
        return
    partners = [*(3 * pk for pk in event.organisations), *(3 * pk + 1 for pk in event.people)]
    for numbers in [[]] if len(partners) > MOST else [[each] for each in partners]:
        _queue(event.desk_id, numbers)


def watch_delegation(event: CameAfterAll | DidNotCome) -> None:
    """Listens to both, inside their transactions: a check-in leaves no line that would tell, and a line about a delegation of no house names nobody."""
    _queue(event.duty.desk_id, [partner_of(event.duty.delegation)])


def _queue(desk_id: int, numbers: list[int]) -> None:
    """The savepoint keeps a refused second one from breaking whatever transaction this is told in."""
    lock = f"watch {desk_id} {numbers[0] if numbers else 'all'}"
    with suppress(AlreadyEnqueued), transaction.atomic():
        watch_partners.configure(queueing_lock=lock).defer(desk_id=desk_id, partners=list[JSONValue](numbers))
