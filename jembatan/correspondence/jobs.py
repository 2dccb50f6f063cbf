"""Work of correspondence that waits or takes long."""

from procrastinate.contrib.django import app

from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.catching_up import place_old_lines, settle_old_answers
from jembatan.correspondence.actions.timelines import enter_on_timelines
from jembatan.correspondence.events import SenderLinked

AFTER_UNDO_SECONDS = 15


@app.task(queueing_lock="catch_up_with_old_mail")
def catch_up_with_old_mail() -> None:
    """Once, after an update that tells more of a message than it did before; deferred by the migration that brings it."""
    for desk in Desk.objects.order_by("id"):
        place_old_lines(desk)
        settle_old_answers(desk)


@app.task
def enter_sender_on_timelines(sender_id: int) -> None:
    """See the action."""
    enter_on_timelines(sender_id)


def defer_timelines(event: SenderLinked) -> None:
    """Listens to `SenderLinked`: the toast with its Undo stands for ten seconds, so the journal waits for fifteen."""
    enter_sender_on_timelines.configure(schedule_in={"seconds": AFTER_UNDO_SECONDS}).defer(
        sender_id=event.sender_id
    )
