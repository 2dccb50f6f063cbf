"""Every address, every role, reading and writing; and once more for what a restricted dossier hides."""

import pytest
from django.test import Client

from tests.access.addresses import Address, addresses
from tests.access.scene import Arguments, Scene
from tests.access.table import HIDDEN_BY, ROLES, TABLE, Answer, known_addresses
from tests.access.walks import ClientOfRole, Walks, ask


def test_every_address_has_a_row() -> None:
    names = [address.name for address in addresses()]
    assert sorted(set(names) - set(TABLE)) == []
    assert sorted(set(TABLE) - set(names)) == []
    # the house puts some pages of its own before allauth's: there one name stands twice, for one path
    assert len(set(names)) == len({(address.name, address.route) for address in addresses()})


@pytest.mark.parametrize("role", ROLES)
def test_role_gets_what_the_table_says(
    role: str, scene: Scene, walks: Walks, client_of_role: ClientOfRole
) -> None:
    client = client_of_role(role)
    answers = {
        **_reading(walks, role, "open", client),
        **_writing(client, known_addresses(), scene.open),
    }
    assert _wrong(answers, role) == {}


@pytest.mark.parametrize("role", ["head", "officer"])
def test_members_get_of_a_restricted_dossier_what_they_get_elsewhere(
    role: str, scene: Scene, client_of_role: ClientOfRole
) -> None:
    client = client_of_role(role)
    behind = _behind_the_dossier()
    reading = {("get", each.name): ask(client, "get", each, scene.hidden) for each in behind}
    assert _wrong({**reading, **_writing(client, behind, scene.hidden)}, role) == {}


@pytest.mark.parametrize("role", ["second_officer", "drafter", "reader"])
def test_nothing_behind_a_restricted_dossier_exists_for_those_it_does_not_name(
    role: str, scene: Scene, walks: Walks, client_of_role: ClientOfRole
) -> None:
    """Whoever may not do it at all may be refused first; an officer, who might, finds nothing."""
    client = client_of_role(role)
    right = {Answer.MISSING} if role == "second_officer" else {Answer.MISSING, Answer.REFUSED}
    behind = _behind_the_dossier()
    names = {address.name for address in behind}
    answers = {
        **{at: said for at, said in _reading(walks, role, "hidden", client).items() if at[1] in names},
        **_writing(client, behind, scene.hidden),
    }
    assert {at: said for at, said in answers.items() if said not in right | {Answer.NO_SUCH}} == {}


type Answers = dict[tuple[str, str], Answer | str]


def _reading(walks: Walks, role: str, world: str, client: Client) -> Answers:
    return {
        ("get", address.name): heard.answer for address, heard in walks.read(role, world, client).values()
    }


def _writing(client: Client, asked: list[Address], known: Arguments) -> Answers:
    return {("post", address.name): ask(client, "post", address, known) for address in asked}


def _wrong(answers: Answers, role: str) -> dict[str, str]:
    expected = {at: TABLE[at[1]].expected(at[0], role) for at in answers}
    return {
        " ".join(at): f"{answer} and not {expected[at]}"
        for at, answer in answers.items()
        if answer != expected[at]
    }


def _behind_the_dossier() -> list[Address]:
    return [address for address in known_addresses() if address.parameters & HIDDEN_BY]
