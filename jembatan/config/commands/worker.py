"""`jembatan worker`: jobs that outlive a request."""

import click

from jembatan.platform.cli.database import uses_database

AT_ONCE = 2  # a long import keeps nobody's mail waiting


@click.command()
@uses_database
def worker() -> None:
    """Work off the job queue until stopped."""
    from procrastinate.contrib.django import app

    from jembatan.platform.jobs.connector import WorkerConnector
    from jembatan.platform.processes import go_with_parent

    go_with_parent()
    with app.replace_connector(WorkerConnector()) as working:
        working.run_worker(concurrency=AT_ONCE, delete_jobs="successful", shutdown_graceful_timeout=10)
