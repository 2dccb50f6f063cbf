"""Work that time itself or an update brings. Each job may run twice."""

from procrastinate.contrib.django import app

from jembatan.accounts.models import Desk
from jembatan.meetings.actions.catching_up import catch_up
from jembatan.meetings.actions.circulation.agree import agree_by_silence
from jembatan.meetings.actions.record_held import extend_series, record_held


@app.task(queueing_lock="catch_up_with_old_meetings")
def catch_up_with_old_meetings() -> None:
    """Once, after an update that tells more of a meeting than it did before; deferred by the migration that brings it."""
    for desk in Desk.objects.order_by("id"):
        catch_up(desk)


@app.periodic(cron="7 * * * *", periodic_id="record_held_meetings")
@app.task(queueing_lock="record_held_meetings", pass_context=False)
def record_held_meetings(timestamp: int) -> None:
    """Every hour: meetings that have ended go into the journal."""
    for desk in Desk.objects.order_by("id"):
        record_held(desk)


@app.periodic(cron="11 * * * *", periodic_id="agree_to_minutes_by_silence")
@app.task(queueing_lock="agree_to_minutes_by_silence", pass_context=False)
def agree_to_minutes_by_silence(timestamp: int) -> None:
    """Every hour: minutes that nobody has corrected by the date are agreed, where the mail said so."""
    for desk in Desk.objects.order_by("id"):
        agree_by_silence(desk)


@app.periodic(cron="23 3 * * 0", periodic_id="extend_running_series")
@app.task(queueing_lock="extend_running_series", pass_context=False)
def extend_running_series(timestamp: int) -> None:
    """Every week: series without an end reach three years ahead again."""
    for desk in Desk.objects.order_by("id"):
        extend_series(desk)
