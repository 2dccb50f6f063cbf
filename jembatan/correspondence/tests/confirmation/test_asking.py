"""Asking people to confirm: whom, at which address, once."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.confirmation.ask import ask_several, ask_to_confirm
from jembatan.correspondence.actions.outbox.take_back import take_back
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Bounce, Confirmation, OutgoingMail
from jembatan.correspondence.queries.confirmation.link import link_of
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.confirmation.scene import over, retno
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.merging import merge
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.tests.test_merging import pair_of
from jembatan.journal.models import Entry

type ClientOf = Callable[[Actor], Client]


def test_letter_is_in_their_language_with_their_form_of_address(officer: Actor, person: Person) -> None:
    Person.objects.update(languages=["id"])

    asked = ask_to_confirm(officer, person)

    letter = OutgoingMail.objects.get()
    assert letter.subject == "Apakah data kami tentang Anda masih benar?"
    assert asked.letter is not None
    assert asked.letter.text.startswith("Yth. Ibu Retno,")
    assert link_of(asked) in asked.letter.text
    assert (asked.email, asked.language) == ("retno@laut.example", "id")
    [entry] = Entry.objects.filter(kind="confirmation.asked")
    assert entry.summary == "Retno Kusumawati was asked whether what we have is right."


def test_asked_once_until_the_link_is_over(officer: Actor, person: Person, asked: Confirmation) -> None:
    with pytest.raises(Refused, match="has been asked already"):
        ask_to_confirm(officer, person)
    over(asked)

    again = ask_to_confirm(officer, person)

    assert (again.pk, again.issue, OutgoingMail.objects.count()) == (asked.pk, 2, 2)


def test_asked_anew_where_the_mail_was_taken_back(
    officer: Actor, person: Person, asked: Confirmation
) -> None:
    take_back(officer, OutgoingMail.objects.get())
    assert ask_to_confirm(officer, person).issue == 2


def test_database_keeps_one_open_asking_a_person(asked: Confirmation) -> None:
    facts = Confirmation.objects.filter(pk=asked.pk).values().get() | {"id": None}
    with pytest.raises(IntegrityError, match="confirmation_open_once"), transaction.atomic():
        Confirmation.objects.create(**facts)


def test_goes_to_an_address_that_works(officer: Actor, person: Person) -> None:
    Bounce.objects.create(
        desk=officer.desk,
        report=mail.message(mail.thread(officer.desk)),
        failed_id="x",
        email="retno@laut.example",
    )
    with pytest.raises(Refused, match="has come back"):
        ask_to_confirm(officer, person)
    add_contact_point(officer, person, kind=ContactPoint.Kind.EMAIL, value="retno@rumah.example")

    assert ask_to_confirm(officer, person).email == "retno@rumah.example"


def test_several_are_asked_and_the_others_named(officer: Actor, person: Person, budi: Person) -> None:
    asked, others = ask_several(officer, [person.pk, budi.pk])

    assert [each.person for each in asked] == [person]
    assert [each.why for each in others] == ["Budi Santoso has no e-mail address."]
    with pytest.raises(Refused, match="at most 50"):
        ask_several(officer, range(51))


def test_many_are_asked_after_a_yes(
    officer: Actor, ministry: Organisation, person: Person, client_of: ClientOf
) -> None:
    chosen = [str(person.pk), *(str(number) for number in range(10_001, 10_021))]
    client = client_of(officer)

    page = client.post("/directory/stale/asking/", {"chosen": chosen})
    assert (page.status_code, "21 mails would leave" in page.text) == (422, True)
    assert Confirmation.objects.count() == 0

    client.post("/directory/stale/asking/", {"chosen": chosen, "confirmed": "1"})
    assert Confirmation.objects.count() == 1


def test_asking_follows_a_merged_person_unless_the_other_is_asked_too(
    officer: Actor, ministry: Organisation, asked: Confirmation
) -> None:
    first, second = (retno(officer, ministry, name) for name in ("Kusumawati", "Retna Kusuma"))
    merge(officer, pair_of(officer, asked.person, first), keep="b")
    asked.refresh_from_db()
    assert asked.person_id == first.pk

    other = ask_to_confirm(officer, second)
    merge(officer, pair_of(officer, first, second), keep="a")
    other.refresh_from_db()
    assert other.person_id == second.pk
