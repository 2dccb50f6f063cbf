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
    from granian.log import LogLevels
    from granian.server import Server

    from jembatan.config.public_url import local_url, remember_port
    from jembatan.platform.paths import HOME
    from jembatan.platform.processes import PARENT, go_with_parent

    go_with_parent()
    _listening = remember_port(HOME, port)
    os.environ.setdefault("PUBLIC_URL", local_url(port))
    os.environ["DATABASE_POOLED"] = "1"
    with database_open():
        close_connections()
        os.environ[PARENT] = str(os.getpid())
        Server(
            "jembatan.config.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=processes,
            blocking_threads=min(8, 2 * (os.cpu_count() or 1) + 1),
            backpressure=64,
            log_access=False,
            log_level=LogLevels.warning,
            respawn_failed_workers=True,
            workers_kill_timeout=10,
        ).serve()


def close_connections() -> None:
    """The web's processes are copies of this one: a connection or a pool taken along would be shared between them."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]  # only PostgreSQL's connection has one
