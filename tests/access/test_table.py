"""Every address, every role, reading and writing; and once more for what a restricted dossier hides."""

from collections.abc import Callable
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from jembatan.accounts.actor import Actor
from tests.access.addresses import Address, addresses
from tests.access.scene import Arguments, Scene
from tests.access.table import HIDDEN_BY, ROLES, TABLE, Answer, known_addresses

type ClientOf = Callable[[Actor], Client]


def test_every_address_has_a_row() -> None:
    names = [address.name for address in addresses()]
    assert sorted(set(names) - set(TABLE)) == []
    assert sorted(set(TABLE) - set(names)) == []
    # the house puts some pages of its own before allauth's: there one name stands twice, for one path
    assert len(set(names)) == len({(address.name, address.route) for address in addresses()})


@pytest.mark.parametrize("role", ROLES)
def test_role_gets_what_the_table_says(
    role: str, scene: Scene, request: pytest.FixtureRequest, client_of: ClientOf
) -> None:
    client = _client(role, request, client_of)
    wrong = {}
    for address in known_addresses():
        for method in ("get", "post"):
            expected = TABLE[address.name].expected(method, role)
            if (answer := _ask(client, method, address, scene.open)) != expected:
                wrong[f"{method} {address.name}"] = f"{answer} and not {expected}"
    assert wrong == {}


@pytest.mark.parametrize("role", ["head", "officer"])
def test_members_get_of_a_restricted_dossier_what_they_get_elsewhere(
    role: str, scene: Scene, request: pytest.FixtureRequest, client_of: ClientOf
) -> None:
    client = _client(role, request, client_of)
    wrong = {}
    for address in _behind_the_dossier():
        for method in ("get", "post"):
            expected = TABLE[address.name].expected(method, role)
            if (answer := _ask(client, method, address, scene.hidden)) != expected:
                wrong[f"{method} {address.name}"] = f"{answer} and not {expected}"
    assert wrong == {}


@pytest.mark.parametrize("role", ["second_officer", "drafter", "reader"])
def test_nothing_behind_a_restricted_dossier_exists_for_those_it_does_not_name(
    role: str, scene: Scene, request: pytest.FixtureRequest, client_of: ClientOf
) -> None:
    """Whoever may not do it at all may be refused first; an officer, who might, finds nothing."""
    client = _client(role, request, client_of)
    right = {Answer.MISSING} if role == "second_officer" else {Answer.MISSING, Answer.REFUSED}
    wrong = {}
    for address in _behind_the_dossier():
        for method in ("get", "post"):
            answer = _ask(client, method, address, scene.hidden)
            if answer not in right | {Answer.NO_SUCH}:
                wrong[f"{method} {address.name}"] = str(answer)
    assert wrong == {}


def _behind_the_dossier() -> list[Address]:
    return [address for address in known_addresses() if address.parameters & HIDDEN_BY]


def _client(role: str, request: pytest.FixtureRequest, client_of: ClientOf) -> Client:
    client = Client() if role == "signed_out" else client_of(request.getfixturevalue(role))
    client.raise_request_exception = False
    return client


def _ask(client: Client, method: str, address: Address, known: Arguments) -> Answer | str:
    """The answer; whatever was written is undone, and whoever was signed out is signed in again."""
    row = TABLE[address.name]
    arguments = {**known, **{name: value.format(**known) for name, value in row.arguments.items()}}
    data = {name: value.format(**known) for name, value in row.data.items()} if method == "post" else {}
    session = SimpleCookie(client.cookies)
    with transaction.atomic():
        response = getattr(client, method)(address.filled(arguments), data)
        if response.streaming:
            list(response)
        transaction.set_rollback(True)
    client.cookies = session
    return _answer(response)


def _answer(response: HttpResponseBase) -> Answer | str:
    known = {403: Answer.REFUSED, 404: Answer.MISSING, 405: Answer.NO_SUCH}
    if response.status_code in known:
        return known[response.status_code]
    if response.headers.get("Location", "").startswith("/accounts/login/?next="):
        return Answer.SIGN_IN
    return Answer.MAY if response.status_code < 500 else str(response.status_code)
