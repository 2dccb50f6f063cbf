"""The process behind the stream: one connection to the database, which it only listens on, and any number of browsers."""

import asyncio
import logging
import signal
from typing import Any

import psycopg

from jembatan.platform.live.hub import Hub
from jembatan.platform.live.news import CHANNEL, heard
from jembatan.platform.live.stream import Stream

PAUSE_SECONDS = 1.0
SESSION = "jembatan live"  # by which others find it among the sessions of the database
log = logging.getLogger(__name__)


async def serve(database: str, *, host: str, port: int) -> None:
    """Until SIGTERM or SIGINT; `database` is a connection string of libpq."""
    hub = Hub()
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    tasks = [
        asyncio.create_task(listen(database, hub)),
        asyncio.create_task(_web(hub, host, port)),
        asyncio.create_task(stopping.wait()),
    ]
    ended, _running = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in ended:
        task.result()


async def listen(database: str, hub: Hub) -> None:
    """Pass on what the database tells, for ever; after every interruption all pages look at everything again."""
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(
                database, autocommit=True, application_name=SESSION
            ) as connection:
                await connection.execute(f"LISTEN {CHANNEL}")
                hub.forget()
                async for notice in connection.notifies():
                    hub.say(*heard(notice.payload))
        except psycopg.OperationalError as error:
            log.warning("The database does not answer: %s", str(error).strip())
        await asyncio.sleep(PAUSE_SECONDS)


async def _web(hub: Hub, host: str, port: int) -> None:
    from granian.constants import Interfaces
    from granian.server.embed import Server

    async def application(scope: Any, receive: Any, send: Any) -> None:
        await Stream(hub)(scope, receive, send)

    await Server(
        application,
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        backpressure=4096,
        websockets=False,
        log_access=False,
        log_enabled=False,
    ).serve()
