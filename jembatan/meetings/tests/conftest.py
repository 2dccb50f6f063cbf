"""An outbox that keeps what it is given, in place of the one that sends."""

from collections.abc import Iterator

import pytest

from jembatan.meetings.actions.invitations.post import post, register_post
from jembatan.meetings.tests.invitations.scene import Posted


@pytest.fixture
def posted() -> Iterator[Posted]:
    """What is sent in this test."""
    before, kept = post(), Posted()
    register_post(kept)
    yield kept
    register_post(before)
