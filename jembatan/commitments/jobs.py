"""Work of commitments that waits."""

from procrastinate.contrib.django import app

from jembatan.accounts.models import Desk
from jembatan.commitments.actions.reminding import remind_of_promises as remind_desk


@app.periodic(cron="11 * * * *", periodic_id="remind_of_promises")
@app.task(queueing_lock="remind_of_promises")
def remind_of_promises(timestamp: int) -> None:
    """Every hour: what is due soon or has become late. Each step tells each member once, whoever runs it how often."""
    for desk in Desk.objects.order_by("id"):
        remind_desk(desk)
