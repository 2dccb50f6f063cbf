"""A new meeting with several organisations and people."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Organisation, Person
from jembatan.meetings.models import Meeting

type ClientOf = Callable[[Actor], Client]

NEW = {"title": "Koordinasi", "when": "17 Agustus 2031 15.00", "minutes": "60", "marking": "TLP:GREEN"}


@pytest.fixture
def parties(officer: Actor) -> None:
    for name in ("Mitra", "Pelabuhan"):
        add_organisation(officer, name)
    for name in ("Retno Wulan", "Tom Okafor"):
        add_person(officer, name)


def test_several_parties_take_part_each_once(drafter: Actor, parties: None, client_of: ClientOf) -> None:
    lines = {"organisation": ["Mitra", "", "Pelabuhan", "mitra"], "person": ["Tom Okafor", "Retno Wulan"]}

    answer = client_of(drafter).post(reverse("meetings:new"), NEW | lines)

    assert answer.status_code == 302
    names = [guest.name for guest in Meeting.objects.get().attendances.filter(ours=False).order_by("name")]
    assert names == ["Mitra", "Pelabuhan", "Retno Wulan", "Tom Okafor"]


@pytest.mark.parametrize(("name", "count"), [("organisation", 2), ("person", 1), ("title", 1)])
def test_one_more_line_keeps_what_was_typed_and_saves_nothing(
    drafter: Actor, parties: None, client_of: ClientOf, name: str, count: int
) -> None:
    typed = {**NEW, "when": "entahlah", "organisation": ["Mitra"], "more": name}

    answer = client_of(drafter).post(reverse("meetings:new"), typed)
    page = answer.content.decode()

    assert answer.status_code == 200
    assert page.count('name="organisation"') == count
    assert page.count('name="person"') == 1
    assert 'name="organisation" value="Mitra"' in page
    assert 'value="entahlah"' in page
    assert "is no day or time" not in page
    assert not Meeting.objects.exists()


def test_unknown_names_are_offered_together_and_made_once_ticked(
    drafter: Actor, parties: None, client_of: ClientOf
) -> None:
    client = client_of(drafter)
    typed = {**NEW, "organisation": ["Mitra", "Balai Baru"], "person": ["Orang Baru"]}

    refused = client.post(reverse("meetings:new"), typed)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "“Balai Baru” is not in the directory" in page
    assert "Add “Balai Baru”, “Orang Baru” to the directory" in page
    assert not Meeting.objects.exists()

    client.post(reverse("meetings:new"), {**typed, "create": "on"})

    meeting = Meeting.objects.get()
    assert meeting.attendances.filter(ours=False).count() == 3
    assert (
        Organisation.objects.get(name="Balai Baru") == meeting.attendances.get(name="Balai Baru").organisation
    )
    assert Person.objects.get(full_name="Orang Baru") == meeting.attendances.get(name="Orang Baru").person


def test_form_opens_with_the_party_whose_page_asked(
    officer: Actor, parties: None, client_of: ClientOf
) -> None:
    mitra = Organisation.objects.get(name="Mitra")

    page = client_of(officer).get(reverse("meetings:new"), {"organisation": mitra.pk}).content.decode()

    assert f'name="organisation" value="Mitra #{mitra.pk}"' in page
