"""One of everything, for every test of addresses: made once; what a test writes is undone after it."""

from collections.abc import Callable, Iterator

import pytest
from django.core import signing
from django.db import transaction
from django.test import Client
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from demo import cast
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from tests.access.scene import Scene, set_up
from tests.access.walks import ClientOfRole, Walks
from tests.cast import actor_of, open_desk

type Standing = tuple[Desk, Scene]


@pytest.fixture(scope="package")
def standing(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Standing]:
    """The desk and what is there."""
    with django_db_blocker.unblock(), transaction.atomic():
        with translation.override("en"):
            desk = open_desk()
            yield desk, _made(desk)
        transaction.set_rollback(True)


@pytest.fixture
def db(standing: Standing) -> Iterator[None]:
    """A test's own part of the transaction."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def desk(db: None, standing: Standing) -> Desk:
    """The desk of the scene."""
    return standing[0]


@pytest.fixture
def scene(db: None, standing: Standing) -> Scene:
    """One of everything."""
    return standing[1]


@pytest.fixture(scope="package")
def walks(standing: Standing) -> Walks:
    """What has been read of it so far."""
    return Walks(standing[1])


@pytest.fixture
def client_of_role(request: pytest.FixtureRequest, client_of: Callable[[Actor], Client]) -> ClientOfRole:
    """A browser of one with that role, or of nobody; what breaks is an answer."""

    def client(role: str) -> Client:
        made = Client() if role == "signed_out" else client_of(request.getfixturevalue(role))
        made.raise_request_exception = False
        return made

    return client


def _made(desk: Desk) -> Scene:
    head, officer, reader = (actor_of(desk, each) for each in (cast.HEAD, cast.OFFICER, cast.READER))
    made = set_up(head, officer)
    assert reader.user is not None
    more = {
        "desk_id": desk.pk,
        "reader_id": reader.user.pk,
        "ticket": signing.dumps([reader.user.pk, reader.role], salt=f"member-return-{desk.pk}"),
    }
    made.open.update(more)
    made.hidden.update(more)
    return made
