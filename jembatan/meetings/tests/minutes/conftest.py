"""Yjs, running."""

from collections.abc import Iterator

import pytest

from jembatan.meetings.tests.minutes.pages import Yjs, yjs_running


@pytest.fixture(scope="session")
def yjs() -> Iterator[Yjs]:
    """One process for all tests."""
    with yjs_running() as running:
        yield running
