"""Work that time itself brings. Each job may run twice."""

from procrastinate.contrib.django import app

from jembatan.platform.files.sweeping import sweep_files


@app.periodic(cron="41 2 * * *", periodic_id="sweep_files")
@app.task(queueing_lock="sweep_files", pass_context=False)
def sweep_stored_files(timestamp: int) -> None:
    """Every night: what nothing refers to any more leaves the disk."""
    sweep_files()
