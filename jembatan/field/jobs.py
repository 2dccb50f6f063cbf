"""Work of the field that time itself brings."""

from procrastinate.contrib.django import app

from jembatan.field.actions.lateness import note_lateness


@app.periodic(cron="* * * * *", periodic_id="look_for_late_officers")
@app.task(queueing_lock="look_for_late_officers")
def look_for_late_officers(timestamp: int) -> None:
    """Every minute: who has not come to what has begun. Each is noted once, whoever runs it how often."""
    note_lateness()
