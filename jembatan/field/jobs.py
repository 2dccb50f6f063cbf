"""Work of the field that time itself brings, and news for phones."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jembatan.field.actions.lateness import note_lateness
from jembatan.field.actions.pushing.send import send_due
from jembatan.field.events import PushQueued

BEFORE_OTHERS = 10


@app.periodic(cron="* * * * *", periodic_id="look_for_late_officers")
@app.task(queueing_lock="look_for_late_officers")
def look_for_late_officers(timestamp: int) -> None:
    """Every minute: who has not come to what has begun. Each is noted once, whoever runs it how often."""
    note_lateness()


@app.periodic(cron="* * * * *", periodic_id="look_through_pushes")
@app.task(queueing_lock="send_pushes", priority=BEFORE_OTHERS, pass_context=False)
def send_pushes(timestamp: int = 0) -> None:
    """As soon as there is news; and every minute, for whatever a killed worker has left and what is to be tried again."""
    send_due()


def defer_pushes(event: PushQueued) -> None:
    """Listens to `PushQueued`, inside its transaction. While one look waits in the queue, no second one queues up behind it.

    The savepoint keeps a refused second one from breaking the transaction.
    """
    with suppress(AlreadyEnqueued), transaction.atomic():
        send_pushes.defer()
