"""Work that time brings. It may run twice."""

from procrastinate.contrib.django import app

from jembatan.accounts.models import Desk
from jembatan.reports.actions.run_schedule import run_schedules


@app.periodic(cron="*/10 * * * *", periodic_id="run_report_schedules")
@app.task(queueing_lock="run_report_schedules", pass_context=False)
def run_report_schedules(timestamp: int) -> None:
    """Every ten minutes: reports whose hour has come, and those that have been cleared since."""
    for desk in Desk.objects.order_by("id"):
        run_schedules(desk)
