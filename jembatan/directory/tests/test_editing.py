"""Editing on the pages: in place, with undo, with the choice when somebody else was faster."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.directory.queries.positions import positions_of
from jembatan.directory.tests.people import a_ministry, retno
from jembatan.platform.ui.toasts import SESSION_KEY

ClientOf = Callable[[Actor], Client]
HTMX = {"HX-Request": "true"}


def take_back(client: Client) -> Any:
    """Press Undo of the newest toast that waits."""
    toast = client.session[SESSION_KEY][-1]
    return client.post(toast["undo"], toast["undo_fields"])


def field(person: Person, name: str) -> str:
    """Where a field of a person is edited."""
    return reverse("directory:field", args=["people", person.pk, name])


def test_field_is_fetched_and_saved_in_place(second_officer: Actor, client_of: ClientOf) -> None:
    person, client = retno(second_officer), client_of(second_officer)
    form = client.get(field(person, "birthday"), headers=HTMX).content.decode()
    assert '<input type="hidden" name="version" value="1">' in form
    assert "<html" not in form
    saved = client.post(
        field(person, "birthday"), {"value": "1970-01-02", "version": "1", "seen": ""}, headers=HTMX
    )
    assert saved.status_code == 200
    assert "1970-01-02" in saved.content.decode()
    assert 'data-edit-url="' in saved.content.decode()


def test_field_of_the_head_shows_the_page_anew(officer: Actor, client_of: ClientOf) -> None:
    person = retno(officer)
    body = {"value": "Eno", "version": "1", "seen": "Retno"}
    response = client_of(officer).post(field(person, "call_name"), body, headers=HTMX)
    assert response["HX-Redirect"] == reverse("directory:person", args=[person.pk])


def test_field_is_a_page_of_its_own_without_script(officer: Actor, client_of: ClientOf) -> None:
    person, client = retno(officer), client_of(officer)
    assert "<html" in client.get(field(person, "note")).content.decode()
    response = client.post(field(person, "note"), {"value": "baris", "version": "1", "seen": ""})
    assert response["Location"] == reverse("directory:person", args=[person.pk])


def test_undo_of_a_field_writes_the_old_value(officer: Actor, client_of: ClientOf) -> None:
    person, client = retno(officer), client_of(officer)
    client.post(field(person, "call_name"), {"value": "Eno", "version": "1", "seen": "Retno"})
    take_back(client)
    person.refresh_from_db()
    assert (person.call_name, person.version) == ("Retno", 3)


def test_conflict_shows_both_values_and_leaves_the_choice(
    officer: Actor, second_officer: Actor, client_of: ClientOf
) -> None:
    person, client = retno(officer), client_of(second_officer)
    client_of(officer).post(field(person, "birthday"), {"value": "1970", "version": "1", "seen": ""})
    mine = {"value": "1971", "version": "1", "seen": ""}
    refused = client.post(field(person, "birthday"), mine, headers=HTMX)
    text = refused.content.decode()
    assert refused.status_code == 409
    assert ("1970" in text, "1971" in text, "Save mine" in text) == (True, True, True)
    kept = client.post(field(person, "birthday"), {**mine, "keep": "1"}, headers=HTMX)
    assert "1970" in kept.content.decode()
    client.post(field(person, "birthday"), {"value": "1971", "version": "2", "seen": "1970"})
    person.refresh_from_db()
    assert person.birthday == "1971"


def test_wrong_value_stays_in_the_form_with_its_reason(second_officer: Actor, client_of: ClientOf) -> None:
    person = retno(second_officer)
    body = {"value": "Mars/Olympus", "version": "1", "seen": ""}
    response = client_of(second_officer).post(field(person, "time_zone"), body, headers=HTMX)
    assert response.status_code == 422
    assert "Mars/Olympus" in response.content.decode()
    assert "is not a time zone" in response.content.decode()


def test_lower_marking_asks_before_it_is_saved(officer: Actor, client_of: ClientOf) -> None:
    person, client = retno(officer, marking="TLP:AMBER"), client_of(officer)
    body = {"value": "TLP:CLEAR", "version": "1", "seen": "TLP:AMBER"}
    asked = client.post(field(person, "marking"), body, headers=HTMX)
    assert asked.status_code == 422
    assert 'name="confirmed"' in asked.content.decode()
    client.post(field(person, "marking"), {**body, "confirmed": "on"})
    person.refresh_from_db()
    assert person.marking == "TLP:CLEAR"


def test_position_makes_the_organisation_on_the_way_once_ticked(officer: Actor, client_of: ClientOf) -> None:
    person, client = retno(officer), client_of(officer)
    address = reverse("directory:new_position", args=["people", person.pk])
    asked = client.post(address, {"other": "Badan Baru", "title": "Ketua"})
    assert asked.status_code == 422
    assert 'name="create"' in asked.content.decode()
    assert not Organisation.objects.exists()
    assert client.post(address, {"title": "Ketua", "create": "on"}).status_code == 422
    client.post(address, {"other": "Badan Baru", "title": "Ketua", "create": "on"})
    [position] = positions_of(officer, person)
    assert (position.organisation.name, position.title) == ("Badan Baru", "Ketua")
    take_back(client)
    assert not Position.objects.exists()


def test_impossible_position_makes_no_organisation(officer: Actor, client_of: ClientOf) -> None:
    person = retno(officer)
    body = {"other": "Badan Baru", "create": "on", "since": "2026-02-01", "until": "2026-01-01"}
    response = client_of(officer).post(reverse("directory:new_position", args=["people", person.pk]), body)
    assert response.status_code == 422
    assert not Organisation.objects.exists()


def test_changed_and_ended_position_can_be_taken_back(officer: Actor, client_of: ClientOf) -> None:
    position = add_position(officer, retno(officer), a_ministry(officer), PositionFacts(title="Direktur"))
    client = client_of(officer)
    client.post(
        reverse("directory:position", args=[position.pk]),
        {"title": "Menteri", "since": "2026-01-01", "version": "1"},
    )
    take_back(client)
    position.refresh_from_db()
    assert (position.title, position.since) == ("Direktur", None)
    client.post(reverse("directory:position_end", args=[position.pk]), {"from": "organisation"})
    take_back(client)
    position.refresh_from_db()
    assert position.until is None


def test_conflict_of_a_position_shows_what_stands_there(
    officer: Actor, second_officer: Actor, client_of: ClientOf
) -> None:
    position = add_position(officer, retno(officer), a_ministry(officer), PositionFacts(title="Direktur"))
    address = reverse("directory:position", args=[position.pk])
    client_of(officer).post(address, {"title": "Menteri", "version": "1"})
    client = client_of(second_officer)
    refused = client.post(address, {"title": "Wakil", "version": "1"})
    assert refused.status_code == 409
    assert "Menteri" in refused.content.decode()
    assert 'name="version" value="2"' in refused.content.decode()


def test_removed_person_is_shown_with_the_way_back(second_officer: Actor, client_of: ClientOf) -> None:
    person, client = retno(second_officer), client_of(second_officer)
    client.post(reverse("directory:removal", args=["people", person.pk]))
    page = client.get(reverse("directory:person", args=[person.pk])).content.decode()
    assert reverse("directory:restoration", args=["people", person.pk]) in page
    assert "data-edit-url" not in page
    client.post(reverse("directory:restoration", args=["people", person.pk]))
    person.refresh_from_db()
    assert person.removed_at is None


def test_selection_is_tagged_and_untagged(officer: Actor, client_of: ClientOf) -> None:
    people = [add_person(officer, name) for name in ("Budi", "Sari")]
    client = client_of(officer)
    body = {"chosen": [str(person.pk) for person in people], "tag": "VIP", "next": "/directory/?q=a"}
    response = client.post(reverse("directory:tagging", args=["people"]), body)
    assert response["Location"] == "/directory/?q=a"
    assert Person.objects.filter(tags=["VIP"]).count() == 2
    take_back(client)
    assert Person.objects.filter(tags=[]).count() == 2


@pytest.mark.parametrize(
    "body", [{"tag": "VIP"}, {"chosen": "1", "tag": ""}, {"next": "https://evil.example"}]
)
def test_senseless_tagging_says_so_and_stays_in_the_house(
    officer: Actor, client_of: ClientOf, body: dict[str, str]
) -> None:
    client = client_of(officer)
    response = client.post(reverse("directory:tagging", args=["people"]), body)
    assert response["Location"] == reverse("directory:directory")
    assert client.session[SESSION_KEY][-1]["undo"] == ""


def test_new_person_is_made_whole_and_taken_back(officer: Actor, client_of: ClientOf) -> None:
    client, ministry = client_of(officer), a_ministry(officer, short_name="Hubla")
    body = {
        "full_name": "Retno Kusumawati",
        "form_of_address": "Ibu",
        "call_name": "Retno",
        "email": "retno@hubla.example",
        "organisation": "hubla",
        "position": "Direktur",
    }
    client.post(reverse("directory:new_person"), body)
    person = Person.objects.get()
    [position] = positions_of(officer, person)
    assert (person.addressed_as, position.organisation) == ("Ibu Retno", ministry)
    take_back(client)
    person.refresh_from_db()
    assert person.removed_at is not None


def test_new_person_with_a_wrong_address_makes_nobody(officer: Actor, client_of: ClientOf) -> None:
    body = {"full_name": "Retno", "email": "not an address", "organisation": "Badan Baru", "create": "on"}
    response = client_of(officer).post(reverse("directory:new_person"), body)
    assert response.status_code == 422
    assert (Person.objects.count(), Organisation.objects.count()) == (0, 0)


def test_undo_of_a_removal_says_that_the_same_was_recorded_anew(officer: Actor, client_of: ClientOf) -> None:
    client, person = client_of(officer), retno(officer)
    facts: dict[str, Any] = {"kind": ContactPoint.Kind.EMAIL, "value": "retno@hubla.example"}
    point = add_contact_point(officer, person, **facts)
    client.post(reverse("directory:detail_removal", args=["contact-points", point.pk]))
    add_contact_point(officer, person, **facts)
    address = reverse("directory:person", args=[person.pk])

    response = client.post(
        reverse("directory:detail_restoration", args=["contact-points", point.pk]),
        headers={"Referer": f"http://testserver{address}"},
    )

    assert response["Location"] == address
    assert client.session[SESSION_KEY][-1]["text"] == (
        "The same has been recorded again since: nothing was brought back."
    )


def test_new_person_at_a_body_that_is_not_in_the_directory_is_asked_about(
    officer: Actor, client_of: ClientOf
) -> None:
    client, body = client_of(officer), {"full_name": "Retno", "organisation": "Badan Baru"}
    response = client.post(reverse("directory:new_person"), body)
    assert response.status_code == 422
    assert "Add “Badan Baru” to the directory" in response.text
    assert Person.objects.count() == 0
    client.post(reverse("directory:new_person"), body | {"create": "on"})
    assert (Person.objects.count(), Organisation.objects.get().name) == (1, "Badan Baru")


def test_counterpart_is_chosen_among_officers_and_taken_back(
    officer: Actor, second_officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    ministry, client = a_ministry(officer), client_of(officer)
    address = reverse("directory:counterpart", args=[ministry.pk])
    assert officer.user
    assert second_officer.user
    assert drafter.user
    page = client.get(address).content.decode()
    assert (officer.user.full_name in page, drafter.user.full_name in page) == (True, False)
    client.post(address, {"lead": str(second_officer.user.pk), "deputy": str(officer.user.pk)})
    ministry.refresh_from_db()
    assert ministry.counterpart.lead == second_officer.user
    take_back(client)
    assert not hasattr(Organisation.objects.get(pk=ministry.pk), "counterpart")


@pytest.mark.parametrize(
    ("form", "call", "spoken"),
    [
        ("Ibu", "Retno", "Ibu Retno"),
        ("", "Retno", "Retno"),
        ("", "", "Prof. Dr. Retno Kusumawati, M.Sc."),
        ("Yang Mulia", "", "Yang Mulia Retno Kusumawati"),
        ("-san", "Tanaka", "Tanaka-san"),
        ("先生", "王", "王先生"),
        ("U", "Aye", "U Aye"),
    ],
)
def test_person_is_addressed_as_the_custom_wants(form: str, call: str, spoken: str) -> None:
    person = Person(
        full_name="Retno Kusumawati",
        titles_before="Prof. Dr.",
        degrees_after="M.Sc.",
        form_of_address=form,
        call_name=call,
    )
    assert person.addressed_as == spoken
