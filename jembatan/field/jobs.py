"""Work of the field that time itself brings, and news for phones."""

from contextlib import suppress

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jembatan.field.actions.changes import to_be_written_to, write_of_changes
from jembatan.field.actions.lateness import note_lateness
from jembatan.field.actions.pushing.send import send_due
from jembatan.field.actions.urgent import forget_told
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


@app.task
def mail_changes(officer_id: int) -> None:
    """See the action."""
    write_of_changes(officer_id)


@app.periodic(cron="* * * * *", periodic_id="look_through_unheard_changes")
@app.task(queueing_lock="look_through_unheard_changes")
def look_through_unheard_changes(timestamp: int) -> None:
    """Every minute: whose letter is due. Each is a job of its own, so that one that breaks does not stop the others."""
    for officer in to_be_written_to(timezone.now()):
        with suppress(AlreadyEnqueued), transaction.atomic():
            mail_changes.configure(queueing_lock=f"changes of officer {officer}").defer(officer_id=officer)


@app.periodic(cron="23 2 * * *", periodic_id="forget_letters_about_incidents")
@app.task(queueing_lock="forget_letters_about_incidents")
def forget_letters_about_incidents(timestamp: int) -> None:
    """Every night: see the action."""
    forget_told()


def defer_pushes(event: PushQueued) -> None:
    """Listens to `PushQueued`, after the commit: an import that is long under way would keep everybody else's job waiting for the lock of its own.

    While one look waits in the queue, no second one queues up behind it; the savepoint keeps a refused one from breaking whatever this is told in.
    """
    with suppress(AlreadyEnqueued), transaction.atomic():
        send_pushes.defer()
