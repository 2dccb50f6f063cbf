"""The pages of dossiers, for each role."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import close_dossier, open_dossier
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.models import Dossier

ClientOf = Callable[[Actor], Client]


@pytest.fixture
def dossier(officer: Actor, ministry: Organisation) -> Dossier:
    opened = open_dossier(officer, "MoU Selat", objective="Ditandatangani tahun ini")
    add_party(officer, opened, ministry)
    return opened


def test_open_dossier_is_seen_by_the_desk_alone(
    head: Actor,
    officer: Actor,
    drafter: Actor,
    reader: Actor,
    stranger: Actor,
    dossier: Dossier,
    client_of: ClientOf,
) -> None:
    for actor in (head, officer, drafter, reader):
        assert "MoU Selat" in client_of(actor).get("/dossiers/").content.decode()
        page = client_of(actor).get(f"/dossiers/{dossier.pk}/").content.decode()
        assert "Ditandatangani tahun ini" in page
        assert "Kementerian Kelautan" in page
    assert "MoU Selat" not in client_of(stranger).get("/dossiers/").content.decode()
    assert client_of(stranger).get(f"/dossiers/{dossier.pk}/").status_code == 404


def test_restricted_dossier_is_not_found_by_those_it_does_not_name(
    head: Actor, officer: Actor, second_officer: Actor, reader: Actor, dossier: Dossier, client_of: ClientOf
) -> None:
    restrict(officer, dossier)

    for actor, status in ((head, 200), (officer, 200), (second_officer, 404), (reader, 404)):
        assert client_of(actor).get(f"/dossiers/{dossier.pk}/").status_code == status
        assert ("MoU Selat" in client_of(actor).get("/dossiers/").content.decode()) == (status == 200)
    for address in (
        "edit",
        "closure",
        "reopening",
        "restriction",
        "opening",
        "members",
        "members/removal",
        "parties",
        "parties/removal",
    ):
        assert client_of(second_officer).post(f"/dossiers/{dossier.pk}/{address}/").status_code == 404


def test_buttons_are_shown_to_those_who_may_press_them(
    officer: Actor, drafter: Actor, reader: Actor, dossier: Dossier, client_of: ClientOf
) -> None:
    def buttons(actor: Actor) -> list[str]:
        page = client_of(actor).get(f"/dossiers/{dossier.pk}/").content.decode()
        return [
            name
            for name in ("edit", "closure", "restriction", "parties")
            if f"/dossiers/{dossier.pk}/{name}/" in page
        ]

    assert buttons(officer) == ["edit", "closure", "restriction", "parties"]
    assert buttons(drafter) == ["edit", "parties"]
    assert buttons(reader) == []


@pytest.mark.parametrize("address", ["edit", "closure", "reopening", "restriction", "opening", "parties"])
def test_reader_is_refused_with_a_sentence(
    reader: Actor, dossier: Dossier, client_of: ClientOf, address: str
) -> None:
    assert client_of(reader).post(f"/dossiers/{dossier.pk}/{address}/").status_code == 403


def test_dossier_is_opened_edited_and_closed_by_pages(
    drafter: Actor, officer: Actor, client_of: ClientOf
) -> None:
    form = {"title": "Kabel laut", "objective": "Jalur baru", "marking": "TLP:GREEN"}
    opened = client_of(drafter).post("/dossiers/new/", form)
    dossier = Dossier.objects.get()
    assert opened.headers["Location"] == f"/dossiers/{dossier.pk}/"
    assert client_of(drafter).post("/dossiers/new/", form).status_code == 422

    edit = form | {"title": "Kabel", "version": "1"}
    assert client_of(drafter).post(f"/dossiers/{dossier.pk}/edit/", edit).status_code == 302
    conflict = client_of(drafter).post(f"/dossiers/{dossier.pk}/edit/", edit | {"title": "Kabel dua"})
    assert conflict.status_code == 409
    assert 'value="2"' in conflict.content.decode()
    assert "Kabel dua" in conflict.content.decode()

    client = client_of(officer)
    client.post(f"/dossiers/{dossier.pk}/closure/")
    assert ">Kabel</a>" not in client.get("/dossiers/").content.decode()
    assert ">Kabel</a>" in client.get("/dossiers/?state=closed").content.decode()
    client.post(f"/dossiers/{dossier.pk}/reopening/")
    assert ">Kabel</a>" in client.get("/dossiers/").content.decode()


def test_lower_marking_is_asked_about_and_saved_once_it_is_confirmed(
    drafter: Actor, dossier: Dossier, client_of: ClientOf
) -> None:
    client, address = client_of(drafter), f"/dossiers/{dossier.pk}/edit/"
    edit = {"title": "MoU Selat", "objective": "", "marking": "TLP:GREEN", "version": "1"}

    asked = client.post(address, edit)
    dossier.refresh_from_db()
    assert (asked.status_code, dossier.marking) == (422, "TLP:AMBER")
    assert "Yes, lower the marking" in asked.text
    assert client.post(address, edit | {"confirmed": "on"}).status_code == 302
    dossier.refresh_from_db()
    assert dossier.marking == "TLP:GREEN"
    assert client.post(address, edit | {"marking": "TLP:RED", "version": "2"}).status_code == 302


def test_party_is_found_added_and_removed(
    drafter: Actor, dossier: Dossier, budi: Person, client_of: ClientOf
) -> None:
    client, address = client_of(drafter), f"/dossiers/{dossier.pk}/parties/"

    found = client.get(address, {"name": "bud"}, headers={"HX-Request": "true"}).content.decode()
    assert f'value="person:{budi.pk}"' in found
    assert "<html" not in found
    client.post(address, {"party": f"person:{budi.pk}"})
    assert "Budi Santoso" in client.get(f"/dossiers/{dossier.pk}/").content.decode()
    client.post(f"{address}removal/", {"party": f"person:{budi.pk}"})
    assert dossier.parties.filter(person=budi).exists() is False
    assert client.post(address, {"party": "person:x"}).status_code == 404
    remove_party(drafter, budi)
    assert client.post(address, {"party": f"person:{budi.pk}"}).status_code == 302
    assert dossier.parties.filter(person=budi).exists() is False


def test_members_are_named_and_taken_out(
    officer: Actor, second_officer: Actor, stranger: Actor, dossier: Dossier, client_of: ClientOf
) -> None:
    client, address = client_of(officer), f"/dossiers/{dossier.pk}/"
    assert second_officer.user is not None
    assert stranger.user is not None

    client.post(f"{address}restriction/")
    client.post(f"{address}members/", {"user": second_officer.user.pk})
    assert client_of(second_officer).get(address).status_code == 200
    client.post(f"{address}members/removal/", {"user": second_officer.user.pk})
    assert client_of(second_officer).get(address).status_code == 404
    for path in ("members/", "members/removal/"):
        assert client.post(f"{address}{path}", {"user": stranger.user.pk}).status_code == 404
    client.post(f"{address}opening/")
    assert client_of(second_officer).get(address).status_code == 200


def test_lists_continue_and_cost_the_same_for_any_number_of_rows(
    officer: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(officer)
    for number in range(31):
        open_dossier(officer, f"Perkara-{number:02}.")
        if number in {0, 2}:
            with django_assert_max_num_queries(10):
                client.get("/dossiers/")

    first = client.get("/dossiers/")
    rest = client.get(first.context["more_url"]).content.decode()
    assert "Perkara-00." not in first.content.decode()
    assert "Perkara-00." in rest
    assert "<html" not in rest


def test_closed_dossier_stays_in_its_partys_panel(
    officer: Actor, ministry: Organisation, dossier: Dossier, client_of: ClientOf
) -> None:
    close_dossier(officer, dossier)

    assert "MoU Selat" in client_of(officer).get(f"/directory/organisations/{ministry.pk}/").content.decode()
