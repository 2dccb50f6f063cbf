"""`jembatan live`: the stream of news for open pages."""

import asyncio
import os

import click

from jembatan.platform.cli.database import database_address


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=9000, show_default=True, type=click.IntRange(1, 65535))
def live(host: str, port: int) -> None:
    """Tell open pages at once what has changed."""
    from jembatan.platform.live.serving import serve
    from jembatan.platform.processes import go_with_parent

    go_with_parent()
    with database_address():
        asyncio.run(serve(os.environ["DATABASE_URL"], host=host, port=port))
