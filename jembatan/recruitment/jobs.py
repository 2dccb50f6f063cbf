"""Work that time itself brings. It may run twice."""

from procrastinate.contrib.django import app

from jembatan.recruitment.actions.forget import forget_what_is_over


@app.periodic(cron="41 2 * * *", periodic_id="forget_applications_that_are_over")
@app.task(queueing_lock="forget_applications_that_are_over", pass_context=False)
def forget_applications_that_are_over(timestamp: int) -> None:
    """Every night: personal data of those who were not taken on is deleted in time."""
    forget_what_is_over()
