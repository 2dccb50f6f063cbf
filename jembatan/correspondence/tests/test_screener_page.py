"""The screener's page: for those who answer, those who look on, and those who see nobody."""

from collections.abc import Callable

import pytest
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.screener import page_of
from jembatan.correspondence.tests import scene
from jembatan.directory.models import Person

type ClientOf = Callable[[Actor], Client]


def test_accepting_in_one_step_removes_the_row(officer: Actor, client_of: ClientOf) -> None:
    sender = scene.waiting(officer.desk)

    response = client_of(officer).post(
        f"/screener/{sender.pk}/acceptance/",
        {"full_name": "Budi Santoso", "organisation": ""},
        headers={"HX-Request": "true"},
    )

    assert (response.status_code, response.content) == (200, b"")
    assert f"/screener/{sender.pk}/undo/" in response.headers["HX-Trigger"]
    assert Person.objects.get().full_name == "Budi Santoso"


def test_acceptance_without_a_name_says_what_is_missing(officer: Actor, client_of: ClientOf) -> None:
    sender = scene.waiting(officer.desk)

    response = client_of(officer).post(f"/screener/{sender.pk}/acceptance/", {"full_name": ""})

    assert response.status_code == 422
    assert Person.objects.count() == 0


def test_whole_screener_works_without_script(officer: Actor, client_of: ClientOf) -> None:
    budi = scene.person(officer.desk)
    first, second, third = (scene.waiting(officer.desk, f"{name}@laut.example") for name in ("a", "b", "c"))
    client = client_of(officer)

    assert "Budi Santoso" in client.get(f"/screener/{first.pk}/recognition/?q=budi").text
    assert client.post(f"/screener/{first.pk}/recognition/", {"person": budi.pk}).status_code == 302
    assert client.post(f"/screener/{second.pk}/refusal/", {"reason": "newsletter"}).status_code == 302
    assert client.post(f"/screener/{third.pk}/pause/").status_code == 302
    assert page_of(officer).rows == []
    for sender in (first, second, third):
        assert client.post(f"/screener/{sender.pk}/undo/").status_code == 302
    assert len(page_of(officer).rows) == 3


def test_people_of_other_desks_cannot_be_linked(officer: Actor, stranger: Actor, client_of: ClientOf) -> None:
    sender = scene.waiting(officer.desk)
    theirs = scene.person(stranger.desk)

    for person in (theirs.pk, "x", "", "²"):
        response = client_of(officer).post(f"/screener/{sender.pk}/recognition/", {"person": person})
        assert response.status_code == 404


@pytest.mark.parametrize("path", ["acceptance", "recognition", "refusal", "pause", "undo"])
def test_answers_ask_the_role(
    path: str, officer: Actor, drafter: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    address = f"/screener/{scene.waiting(officer.desk).pk}/{path}/"

    assert client_of(drafter).post(address, {"reason": "spam", "full_name": "x"}).status_code == 403
    assert client_of(reader).post(address, {"reason": "spam", "full_name": "x"}).status_code == 403
    assert client_of(stranger).post(address, {"reason": "spam", "full_name": "x"}).status_code == 404


def test_members_look_and_strangers_see_nobody(
    officer: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    scene.waiting(officer.desk)

    assert 'data-key="1"' in client_of(officer).get("/screener/").text
    page = client_of(reader).get("/screener/").text
    assert "budi@laut.example" in page
    assert 'data-key="1"' not in page
    assert "budi@laut.example" not in client_of(stranger).get("/screener/").text
