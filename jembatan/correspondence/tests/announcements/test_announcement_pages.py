"""The pages of announcements and lists, as people use them."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.start import start_announcement
from jembatan.correspondence.models import Announcement, Consent, ContactList, SendingAddress
from jembatan.correspondence.queries.announcements.visible import people_on
from jembatan.correspondence.tests.announcements.scene import (
    announcement,
    list_of,
    unheard_address,
    wanting,
)
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Person

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def sender(head: Actor) -> SendingAddress:
    return unheard_address(head.desk)


@pytest.fixture
def retno(officer: Actor) -> Person:
    return wanting(officer, "Retno Marsudi", form_of_address="Ibu", call_name="Retno")


def page_of(client: Client, found: Announcement, query: str = "") -> str:
    address = reverse("correspondence:announcement", args=[found.pk])
    return client.get(f"{address}{query}").content.decode()


def test_list_is_made_filled_and_asked_about(client_of: ClientOf, officer: Actor) -> None:
    client = client_of(officer)
    add_person(officer, "Budi Santoso", email="budi@laut.example")
    client.post(reverse("correspondence:new_contact_list"), {"name": "Mitra laut"})
    contacts = ContactList.objects.get()
    page = reverse("correspondence:contact_list", args=[contacts.pk])
    assert client.post(page, {"person": "Bukan siapa-siapa"}).status_code == 422
    client.post(page, {"person": "Budi Santoso"})
    assert "1 not asked yet" in client.get(page).content.decode()

    client.post(reverse("correspondence:list_consents", args=[contacts.pk]), {"how": "duty"})

    budi = people_on(officer, contacts).get()
    assert Consent.objects.get(person=budi).how == Consent.How.DUTY
    client.post(reverse("correspondence:list_member_removal", args=[contacts.pk, budi.pk]))
    assert people_on(officer, contacts).count() == 0


def test_filter_without_a_condition_is_refused(client_of: ClientOf, officer: Actor) -> None:
    answer = client_of(officer).post(
        reverse("correspondence:new_contact_list"), {"name": "Semua", "filtered": "on"}
    )
    assert (answer.status_code, ContactList.objects.count()) == (422, 0)


def test_announcement_is_written_seen_and_sent(
    client_of: ClientOf, officer: Actor, sender: SendingAddress, retno: Person
) -> None:
    client, contacts = client_of(officer), list_of(officer, retno)
    words = {
        "contacts": contacts.pk,
        "from_address": sender.pk,
        "marking": "TLP:GREEN",
        "subject_id": "Kami pindah",
        "text_id": "{greeting}\n\nKantor kami pindah, {nama}.",
    }
    new = reverse("correspondence:new_announcement")
    refused = client.post(new, words)
    assert refused.status_code == 422
    assert "is no field" in refused.content.decode()

    client.post(new, words | {"text_id": "{greeting}\n\nKantor kami pindah ke Jalan Laut 5."})
    found = Announcement.objects.get()
    page = page_of(client, found)
    assert "Kantor kami pindah ke Jalan Laut 5." in page
    assert "As Retno Marsudi reads it" in page

    client.post(reverse("correspondence:announcement_start", args=[found.pk]), {"confirmed": "1"})
    found.refresh_from_db()
    assert found.state == Announcement.State.SENDING
    assert "Pause" in page_of(client, found)


def test_warnings_are_asked_about_before_it_leaves(
    client_of: ClientOf, officer: Actor, sender: SendingAddress, retno: Person
) -> None:
    text = "{greeting}\n\nLampiran kami sertakan bersama surat ini, mohon diperiksa."
    found = announcement(
        officer, list_of(officer, retno), sender, subjects={"id": "Lampiran"}, texts={"id": text}
    )
    answer = client_of(officer).post(reverse("correspondence:announcement_start", args=[found.pk]))
    assert answer.status_code == 422
    assert "Send this announcement?" in answer.content.decode()
    found.refresh_from_db()
    assert found.state == Announcement.State.DRAFT


def test_page_says_who_is_left_out_and_shows_it_as_another_reads_it(
    client_of: ClientOf, officer: Actor, sender: SendingAddress, retno: Person
) -> None:
    smith = wanting(officer, "Ann Smith", languages="en")
    unasked = add_person(officer, "Belum Ditanya", email="belum@laut.example")
    found = announcement(officer, list_of(officer, retno, smith, unasked), sender)
    page = page_of(client_of(officer), found, f"?as={smith.pk}")
    assert "has not agreed to announcements" in page
    assert "Our office has moved to Jalan Laut 5." in page


def test_results_are_narrowed(
    client_of: ClientOf, officer: Actor, sender: SendingAddress, retno: Person
) -> None:
    unasked = add_person(officer, "Belum Ditanya", email="belum@laut.example")
    found = announcement(officer, list_of(officer, retno, unasked), sender)
    start_announcement(officer, found, confirmed=True)
    client = client_of(officer)
    assert "belum" not in page_of(client, found, "?result=waiting").lower()
    assert "Belum Ditanya" in page_of(client, found, "?result=left_out")


def test_pages_cost_the_same_for_three_receivers(
    client_of: ClientOf,
    officer: Actor,
    sender: SendingAddress,
    retno: Person,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    one = announcement(officer, list_of(officer, retno), sender)
    start_announcement(officer, one, confirmed=True)
    client = client_of(officer)
    page_of(client, one)
    with django_assert_num_queries(8):
        page_of(client, one)
    one.contacts.members.add(*(wanting(officer, f"Orang{number} Lain") for number in range(2)))
    three = announcement(officer, one.contacts, sender)
    start_announcement(officer, three, confirmed=True)
    with django_assert_num_queries(8):
        page_of(client, three)


def test_wish_is_recorded_on_the_page_of_the_person(
    client_of: ClientOf, drafter: Actor, reader: Actor, retno: Person
) -> None:
    address = reverse("correspondence:consent", args=[retno.pk])
    client_of(drafter).post(address, {"wishes": "no", "how": "written", "words": "Surat 12"})
    page = client_of(reader).get(reverse("directory:person", args=[retno.pk])).content.decode()
    assert "wants no announcements" in page
    assert client_of(reader).post(address, {"wishes": "yes", "how": "asked"}).status_code == 403
