"""Who is listening, and what was said lately. It lives in one event loop."""

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager

from jembatan.platform.live.news import EVERYTHING, News

REMEMBERED_SECONDS = 300.0
REMEMBERED = 500
UNREAD = 200


class Hub:
    """Hands each piece of news to the desk's listeners, and remembers it for those who come back within five minutes."""

    def __init__(self) -> None:
        self.since = time.monotonic()
        self.listeners: dict[int, set[asyncio.Queue[News]]] = defaultdict(set)
        self.said: dict[int, deque[tuple[float, News]]] = defaultdict(lambda: deque(maxlen=REMEMBERED))

    def say(self, desk_id: int, news: News) -> None:
        """To everyone who listens for this desk; who does not keep up is told to look at everything again."""
        self.said[desk_id].append((time.monotonic(), news))
        for queue in self.listeners[desk_id]:
            _put(queue, news)

    def forget(self) -> None:
        """News may have been missed: nobody can be told what has changed, so everyone looks at everything again."""
        self.since = time.monotonic()
        self.said.clear()
        for queues in self.listeners.values():
            for queue in queues:
                _put(queue, News(EVERYTHING))

    @contextmanager
    def listening(self, desk_id: int, *, missed_seconds: float) -> Iterator["asyncio.Queue[News]"]:
        """The queue of a listener, beginning with what was said in the last seconds."""
        queue: asyncio.Queue[News] = asyncio.Queue(UNREAD)
        for news in self._missed(desk_id, missed_seconds):
            _put(queue, news)
        self.listeners[desk_id].add(queue)
        try:
            yield queue
        finally:
            self.listeners[desk_id].discard(queue)

    def _missed(self, desk_id: int, seconds: float) -> list[News]:
        start = time.monotonic() - seconds
        said = self.said[desk_id]
        fell_out = len(said) == REMEMBERED and said[0][0] > start
        if seconds > REMEMBERED_SECONDS or start < self.since or fell_out:
            return [News(EVERYTHING)]
        return list(dict.fromkeys(news for moment, news in said if moment >= start))


def _put(queue: "asyncio.Queue[News]", news: News) -> None:
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        news = News(EVERYTHING)
    queue.put_nowait(news)
