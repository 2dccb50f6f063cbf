"""In which order two workers take the tests: what takes long first, so that none is left alone with it at the end."""

from collections.abc import Sequence
from pathlib import PurePath

import pytest
from xdist.scheduler import LoadFileScheduling

WHOLE = ("tests/journeys", "tests/access")
LONGEST = (
    *WHOLE,
    "jembatan/correspondence/tests/test_kill.py",
    "jembatan/correspondence/tests/incoming",
    "jembatan/config/tests",
    "tests/founding",
    "tests/dav",
    "tests/real",
    "tests/demo",
    "tests/hostile",
    "jembatan/briefings/tests/test_handover_command.py",
    "jembatan/correspondence/tests/test_threads.py",
    "jembatan/correspondence/tests/test_answers.py",
)


class FoldersWhole(LoadFileScheduling):  # type: ignore[misc]  # xdist has no types
    """File by file, but a folder whose tests share what is dear by one worker: an office with its browser, a scene and what was read of it."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in WHOLE if within(nodeid, folder)), super()._split_scope(nodeid))


def longest_first(items: list[pytest.Item]) -> None:
    """The longest first; what is left, and what is within each, stays in its order."""
    items.sort(key=lambda item: _place(item.nodeid))


def within(nodeid: str, place: str) -> bool:
    """Whether this is a test of that file or folder."""
    parts: Sequence[str] = PurePath(place).parts
    return PurePath(nodeid.split("::", 1)[0]).parts[: len(parts)] == parts


def _place(nodeid: str) -> int:
    return next((at for at, place in enumerate(LONGEST) if within(nodeid, place)), len(LONGEST))
