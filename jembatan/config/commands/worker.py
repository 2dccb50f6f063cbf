"""`jembatan worker`: jobs that outlive a request."""

import os

import click

from jembatan.platform.cli.database import uses_database


@click.command()
@uses_database
def worker() -> None:
    """Work off the job queue until stopped."""
    from procrastinate.contrib.django import app

    from jembatan.platform.processes import go_with_parent

    if os.environ.get("JEMBATAN_CHILD"):
        go_with_parent()
    working = app.with_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined]
    working.run_worker(concurrency=1, install_signal_handlers=True, shutdown_graceful_timeout=10)
