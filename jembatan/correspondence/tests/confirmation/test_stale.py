"""The list of stale contacts."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.confirmation.answer import confirm
from jembatan.correspondence.actions.confirmation.ask import ask_to_confirm
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.link import to
from jembatan.correspondence.queries.confirmation.stale import page_of_stale, stale_people
from jembatan.correspondence.tests.confirmation.scene import forgotten, retno
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import ContactPoint, Organisation, Person

type ClientOf = Callable[[Actor], Client]


def test_stale_is_who_was_neither_changed_nor_confirmed_nor_asked(
    officer: Actor, ministry: Organisation
) -> None:
    names = ("Agus Salim", "Retno Kusumawati", "Siti Rahma", "Tono Wijaya")
    agus, kusumawati, siti, tono = (retno(officer, ministry, name) for name in names)
    add_person(officer, "Tanpa Alamat")
    forgotten()
    assert list(stale_people(officer).order_by("pk")) == [agus, kusumawati, siti, tono]

    confirm(to(ask_to_confirm(officer, agus)))
    ask_to_confirm(officer, kusumawati)
    add_contact_point(officer, siti, kind=ContactPoint.Kind.PHONE, value="+62 21 345678")
    assert list(stale_people(officer)) == [tono]

    Confirmation.objects.filter(person=agus).update(answered_at=timezone.now() - timedelta(days=366))
    assert list(stale_people(officer).order_by("pk")) == [agus, tono]


def test_stale_contacts_of_an_organisation(
    officer: Actor, person: Person, reader: Actor, client_of: ClientOf
) -> None:
    add_person(officer, "Siti Rahma", email="siti@udara.example")
    forgotten()
    client = client_of(reader)

    of_ministry = client.get("/directory/stale/", {"organisation": "Kementerian Kelautan"}).text

    assert ("Retno Kusumawati" in of_ministry, "Siti Rahma" in of_ministry) == (True, False)
    assert "Siti Rahma" in client.get("/directory/stale/").text
    assert "No organisation of this name" in client.get("/directory/stale/", {"organisation": "Entah"}).text


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_a_constant_number_of_queries(
    officer: Actor, ministry: Organisation, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        retno(officer, ministry, f"Agus{number} Salim")
    forgotten()
    with django_assert_num_queries(3):
        assert len(page_of_stale(officer, at=None).rows) == count
