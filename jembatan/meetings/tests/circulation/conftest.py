"""An outbox that keeps what it is given, and minutes before it."""

from collections.abc import Iterator

import pytest

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Minutes
from jembatan.meetings.tests.circulation.scene import tray, written
from jembatan.meetings.tests.invitations.scene import Posted


@pytest.fixture(autouse=True)
def posted() -> Iterator[Posted]:
    """What is sent in this test."""
    with tray() as kept:
        yield kept


@pytest.fixture
def minutes(officer: Actor) -> Minutes:
    """Written, not sent."""
    return written(officer)
