"""A desk that can send letters to those who are asked."""

import pytest

from jembatan.correspondence.models import SendingAddress


@pytest.fixture(autouse=True)
def _sends(desk_that_sends: SendingAddress) -> None:
    """Every test here has something to send from."""
