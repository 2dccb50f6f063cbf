"""The stream itself (text/event-stream, WHATWG HTML 9.2) as an ASGI application: `/?ticket=…&missed=MILLISECONDS`.

It answers any origin: what it sends is worth nothing without the ticket that the address bears, and no cookie counts here.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

from jembatan.platform.live.hub import Hub
from jembatan.platform.live.news import News
from jembatan.platform.live.tickets import NoTicket, bearer_of

HEARTBEAT_SECONDS = 20.0
LONGEST_SECONDS = 600.0
LONGEST_GAP = 3600.0
HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"access-control-allow-origin", b"*"),
]

type Event = MutableMapping[str, Any]
type Receive = Callable[[], Awaitable[Event]]
type Send = Callable[[Event], Awaitable[None]]


class Stream:
    """One call a browser."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    async def __call__(self, scope: Event, receive: Receive, send: Send) -> None:
        """Answer 403 without a good ticket; else stream until the browser goes or ten minutes are over."""
        if scope["type"] != "http":
            return
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        try:
            bearer = bearer_of(asked.get("ticket", [""])[0])
        except NoTicket:
            await send({"type": "http.response.start", "status": 403, "headers": HEADERS[1:]})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        missed = _seconds(asked.get("missed", ["0"])[0])
        sending = asyncio.create_task(self._send_news(*bearer, missed, send))
        leaving = asyncio.create_task(_left(receive))
        try:
            await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            sending.cancel()
            leaving.cancel()
            with suppress(asyncio.CancelledError):
                await sending

    async def _send_news(self, desk_id: int, user_id: int, missed_seconds: float, send: Send) -> None:
        with self.hub.listening(desk_id, missed_seconds=missed_seconds) as queue, suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_SECONDS):
                await send(_part(b": here\n\n"))
                while True:
                    await send(_part(await _next(queue, user_id)))
        await send({"type": "http.response.body", "body": b""})


async def _next(queue: "asyncio.Queue[News]", user_id: int) -> bytes:
    """The next piece of news that is not the user's own doing, or a sign of life."""
    try:
        async with asyncio.timeout(HEARTBEAT_SECONDS):
            while (news := await queue.get()).by == user_id:
                pass
            return f"data: {news.as_json()}\n\n".encode()
    except TimeoutError:
        return b": still here\n\n"


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _part(body: bytes) -> Event:
    return {"type": "http.response.body", "body": body, "more_body": True}


def _seconds(milliseconds: str) -> float:
    return min(int(milliseconds) / 1000, LONGEST_GAP) if milliseconds.isdecimal() else LONGEST_GAP
