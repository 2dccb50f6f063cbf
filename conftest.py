"""The cast, for every test: actors of the demo office, a stranger from another desk, a client for each, and a counterpart."""

import gc
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, settings
from xdist.remote import Producer

from demo import cast
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Membership, Role, User
from jembatan.directory.actions.derived import derive
from jembatan.directory.models import Organisation, Person
from tests.cast import actor_of, open_desk
from tests.emptying import empty_what_was_written
from tests.order import FoldersWhole, longest_first
from tests.statics import read_once

# what takes time is measured in bench/; a test holds on a machine that is busy, too
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first."""
    longest_first(items)


def pytest_collection_finish() -> None:
    """Thousands of tests are no garbage, and what a request leaves need not be looked for at every step."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> FoldersWhole:
    """One worker goes all journeys."""
    return FoldersWhole(config, log)


@pytest.fixture(scope="session", autouse=True)
def _what_all_tests_need_is_done_once() -> Iterator[None]:
    """What takes time with every client and after every test that commits, and says nothing about the product."""
    with pytest.MonkeyPatch.context() as patch:
        read_once(patch)
        empty_what_was_written(patch)
        yield


@pytest.fixture(autouse=True)
def _sentences_of_the_sources() -> Iterator[None]:
    """Tests quote the English of the sources; those of another language say so themselves."""
    with translation.override("en"):
        yield


@pytest.fixture
def desk(db: None) -> Desk:
    """The demo office's desk with its members, who read English here, and no records."""
    return open_desk()


@pytest.fixture
def head(desk: Desk) -> Actor:
    """Ratna: clears, signs, sees all."""
    return actor_of(desk, cast.HEAD)


@pytest.fixture
def officer(desk: Desk) -> Actor:
    """Bagus: does the work."""
    return actor_of(desk, cast.OFFICER)


@pytest.fixture
def second_officer(desk: Desk) -> Actor:
    """Maria: another officer, who reads the interface in English."""
    return actor_of(desk, cast.SECOND_OFFICER)


@pytest.fixture
def drafter(desk: Desk) -> Actor:
    """Dimas: writes, cannot send, import or decide."""
    return actor_of(desk, cast.DRAFTER)


@pytest.fixture
def reader(desk: Desk) -> Actor:
    """Yohana: may only read."""
    return actor_of(desk, cast.READER)


@pytest.fixture
def stranger(db: None) -> Actor:
    """Head of another desk of this installation, who may see nothing of ours."""
    desk = Desk.objects.create(name="Meja Lain", slug="meja-lain")
    user = User.objects.create_user("lain@meja-lain.example", full_name="Orang Lain", language="en")
    Membership.objects.create(desk=desk, user=user, role=Role.HEAD)
    return Actor(desk=desk, role=Role.HEAD, user=user)


@pytest.fixture
def budi(officer: Actor) -> Person:
    """A counterpart."""
    person = Person(desk=officer.desk, full_name="Budi Santoso")
    derive(person)
    person.save()
    return person


@pytest.fixture
def ministry(officer: Actor) -> Organisation:
    """The body of a counterpart."""
    organisation = Organisation(desk=officer.desk, name="Kementerian Kelautan")
    derive(organisation)
    organisation.save()
    return organisation


@pytest.fixture
def client_of() -> Callable[[Actor], Client]:
    """A signed-in test client for an actor."""

    def make(actor: Actor) -> Client:
        assert actor.user is not None
        client = Client()
        client.force_login(actor.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return make


@pytest.fixture
def in_indonesian() -> Callable[[Actor], Actor]:
    """Gives the actor's user the Indonesian interface."""

    def choose(actor: Actor) -> Actor:
        assert actor.user is not None
        actor.user.language = User.Language.INDONESIAN
        actor.user.save(update_fields=["language"])
        return actor

    return choose
