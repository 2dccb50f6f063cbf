"""A partner, and a desk that can send."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import SendingAddress
from jembatan.correspondence.tests.clearance import scene
from jembatan.directory.models import Organisation


@pytest.fixture
def ministry(head: Actor) -> Organisation:
    return scene.partner(head)


@pytest.fixture(autouse=True)
def _sends(desk_that_sends: SendingAddress) -> None:
    """Every test here has something to send from."""
