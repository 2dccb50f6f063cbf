"""`jembatan serve`: the web."""

import os

import click

from jembatan.platform.cli.database import database_open


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--processes", default=1, show_default=True, type=click.IntRange(1, 64))
def serve(host: str, port: int, processes: int) -> None:
    """Serve the pages on an embedded or given database."""
    from granian.constants import Interfaces
    from granian.server import Server

    from jembatan.platform.processes import go_with_parent

    os.environ["JEMBATAN_SERVING"] = "1"
    os.environ["DATABASE_POOLED"] = "1"
    if os.environ.get("JEMBATAN_CHILD"):
        go_with_parent()
    with database_open():
        server = Server(
            "jembatan.config.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=processes,
            blocking_threads=8,
            backpressure=64,
            log_access=False,
            log_level="warning",
            respawn_failed_workers=True,
            workers_kill_timeout=10,
        )
        server.serve()
