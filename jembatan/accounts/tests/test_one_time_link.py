"""A sign-in address opens once, within a day, by a press and not by a visit."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actions.one_time_link import make_link_secret, spend_link
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import OneTimeLink, User


@pytest.fixture
def user(officer: Actor) -> User:
    assert officer.user is not None
    return officer.user


def test_secret_is_spent_once_and_never_stored(user: User) -> None:
    secret = make_link_secret(user)
    assert secret not in OneTimeLink.objects.get().digest
    assert [spend_link(secret), spend_link(secret)] == [user, None]


def test_newer_secret_replaces_the_older(user: User) -> None:
    older, newer = make_link_secret(user), make_link_secret(user)
    assert [spend_link(older), spend_link(newer)] == [None, user]


def test_secret_dies_after_a_day(user: User) -> None:
    secret = make_link_secret(user)
    OneTimeLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert spend_link(secret) is None
    assert not OneTimeLink.objects.exists()


def test_secret_of_someone_deactivated_opens_nothing(user: User) -> None:
    secret = make_link_secret(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert spend_link(secret) is None


def test_visit_does_not_spend_the_address(user: User) -> None:
    address = f"/sign-in/{make_link_secret(user)}/"
    assert Client().get(address).status_code == 200
    client = Client()
    assert client.post(address).headers["Location"] == "/"
    assert client.get("/").status_code == 200


def test_spent_address_says_so_and_signs_nobody_in(user: User) -> None:
    address = f"/sign-in/{make_link_secret(user)}/"
    Client().post(address)
    client = Client()
    response = client.post(address)
    assert response.status_code == 403
    assert "/accounts/login/" in response.content.decode()
    assert client.get("/").status_code == 302
