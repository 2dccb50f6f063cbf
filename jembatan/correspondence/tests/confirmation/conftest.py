"""A desk that can send letters to those whom it asks."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.confirmation.ask import ask_to_confirm
from jembatan.correspondence.models import Confirmation, SendingAddress
from jembatan.correspondence.tests.confirmation.scene import retno
from jembatan.directory.models import Organisation, Person


@pytest.fixture(autouse=True)
def _sends(desk_that_sends: SendingAddress) -> None:
    """Every test here has something to send from."""


@pytest.fixture
def person(officer: Actor, ministry: Organisation) -> Person:
    """Ibu Retno."""
    return retno(officer, ministry)


@pytest.fixture
def asked(officer: Actor, person: Person) -> Confirmation:
    """Ibu Retno was asked."""
    return ask_to_confirm(officer, person)
