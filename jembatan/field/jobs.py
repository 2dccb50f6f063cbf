"""Work of the field that time itself brings, and news for phones."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jembatan.field.actions.changes import write_of_changes
from jembatan.field.actions.lateness import note_lateness
from jembatan.field.actions.pushing.send import send_due
from jembatan.field.events import ChangesUnheard, PushQueued

BEFORE_OTHERS = 10
AFTER_CHANGES_SECONDS = 120


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


@app.task
def mail_changes(officer_id: int, first: bool = False) -> None:
    """See the action."""
    write_of_changes(officer_id, first=first)


@app.task
def queue_letters(officers: list[int], first: bool = False) -> None:
    """One letter waits for each officer, long enough for what changes right afterwards."""
    for officer in officers:
        waiting = mail_changes.configure(
            queueing_lock=f"changes of officer {officer}", schedule_in={"seconds": AFTER_CHANGES_SECONDS}
        )
        with suppress(AlreadyEnqueued), transaction.atomic():
            waiting.defer(officer_id=officer, first=first)


def defer_letters(event: ChangesUnheard) -> None:
    """Listens to `ChangesUnheard`, inside its transaction: one job, however many officers there are, and none that another transaction could wait for."""
    queue_letters.defer(officers=sorted(event.officers), first=event.first)


def defer_pushes(event: PushQueued) -> None:
    """Listens to `PushQueued`, after the commit: an import that is long under way would keep everybody else's job waiting for the lock of its own.

    While one look waits in the queue, no second one queues up behind it; the savepoint keeps a refused one from breaking whatever this is told in.
    """
    with suppress(AlreadyEnqueued), transaction.atomic():
        send_pushes.defer()
