"""Work of the directory that takes long."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from jembatan.accounts.models import Desk
from jembatan.directory.actions.duplicate_search import look_for_duplicates
from jembatan.platform.prepared import Prepared

AFTER_CHANGES_SECONDS = 60
_WAITING = Prepared(
    lambda lock: ProcrastinateJob.objects.filter(queueing_lock=lock, status="todo").order_by()[:1], "a lock"
)


@app.periodic(cron="43 2 * * *", periodic_id="look_for_duplicates")
@app.task(name="directory.look_for_duplicates", queueing_lock="look_for_duplicates", pass_context=False)
def look_everywhere(timestamp: int) -> None:
    """Every night, at every desk."""
    for desk in Desk.objects.order_by("id"):
        look_for_duplicates(desk)


@app.task(name="directory.look_at_desk", lock="look_for_duplicates")
def look_at_desk(desk_id: int) -> None:
    """See the action; a desk that is gone has none."""
    for desk in Desk.objects.filter(pk=desk_id):
        look_for_duplicates(desk)


def look_soon(desk_id: int) -> None:
    """A minute after the first of several changes; while one search waits, no second one queues up behind it."""
    lock = f"look_at_desk {desk_id}"
    if _WAITING.first(lock):  # it will see what is told here, which is committed
        return
    waiting = look_at_desk.configure(queueing_lock=lock, schedule_in={"seconds": AFTER_CHANGES_SECONDS})
    # The savepoint keeps a refused second one from breaking whatever transaction this is told in.
    with suppress(AlreadyEnqueued), transaction.atomic():
        waiting.defer(desk_id=desk_id)
