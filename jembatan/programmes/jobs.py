"""Work that time itself brings. It may run twice."""

from procrastinate.contrib.django import app

from jembatan.programmes.actions.forget import forget_what_is_over


@app.periodic(cron="47 2 * * *", periodic_id="forget_people_of_programmes_that_are_over")
@app.task(queueing_lock="forget_people_of_programmes_that_are_over", pass_context=False)
def forget_people_of_programmes_that_are_over(timestamp: int) -> None:
    """Every night: what is known of officers, and of the health and diet of guests, is deleted in time."""
    forget_what_is_over()
