"""Who hears what, and what is told to those who come back."""

import time

import pytest

from jembatan.platform.live import hub as hub_module
from jembatan.platform.live.hub import Hub
from jembatan.platform.live.news import EVERYTHING, News

MOVED = News("threads", (1, 2))


def heard_by(hub: Hub, desk_id: int, *, missed_seconds: float = 0) -> list[News]:
    """What a listener that comes now finds in its queue."""
    with hub.listening(desk_id, missed_seconds=missed_seconds) as queue:
        return [queue.get_nowait() for _ in range(queue.qsize())]


def test_news_go_to_the_listeners_of_their_desk_alone() -> None:
    hub = Hub()
    with hub.listening(1, missed_seconds=0) as ours, hub.listening(2, missed_seconds=0) as theirs:
        hub.say(1, MOVED)
        assert (ours.get_nowait(), theirs.qsize()) == (MOVED, 0)
    assert hub.listeners == {1: set(), 2: set()}


def test_who_comes_back_hears_what_was_missed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 10.0, 11.0, 12.0, 20.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    hub = Hub()
    hub.say(1, News("threads", (9,)))
    hub.say(1, MOVED)
    hub.say(1, MOVED)
    assert heard_by(hub, 1, missed_seconds=9) == [MOVED]


@pytest.mark.parametrize("missed_seconds", [60.0, 301.0])
def test_who_was_away_for_longer_than_is_remembered_looks_at_everything(missed_seconds: float) -> None:
    assert heard_by(Hub(), 1, missed_seconds=missed_seconds) == [News(EVERYTHING)]


def test_who_does_not_keep_up_looks_at_everything() -> None:
    hub = Hub()
    with hub.listening(1, missed_seconds=0) as queue:
        for number in range(hub_module.UNREAD + 1):
            hub.say(1, News("threads", (number,)))
        assert [queue.get_nowait() for _ in range(queue.qsize())] == [News(EVERYTHING)]


def test_interrupted_listening_makes_everyone_look_at_everything() -> None:
    hub = Hub()
    with hub.listening(1, missed_seconds=0) as queue:
        hub.forget()
        assert queue.get_nowait() == News(EVERYTHING)
