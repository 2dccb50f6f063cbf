"""Whose addresses these are, asked in bulk."""

from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.models import ContactPoint
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.directory.tests.people import a_ministry


def test_contact_point_names_the_person_and_the_domain_the_organisation(officer: Actor) -> None:
    ministry = a_ministry(officer, domains="hubla.example")
    port = a_ministry(officer, "Pelabuhan", parent=ministry.name, domains="port.hubla.example")
    sari = add_person(officer, "Sari", email="sari@mail.port.hubla.example", organisation=ministry)
    asked = ["SARI@mail.port.hubla.example", "x@hubla.example", "y@other.example", "broken"]
    assert parties_by_email(officer.desk, asked) == {
        "SARI@mail.port.hubla.example": (sari.pk, port.pk),
        "x@hubla.example": (None, ministry.pk),
        "y@other.example": (None, None),
        "broken": (None, None),
    }


def test_person_without_a_domain_stands_for_the_employer_of_today(officer: Actor) -> None:
    ministry = a_ministry(officer)
    sari = add_person(officer, "Sari", email="sari@gmail.example", organisation=ministry)
    assert parties_by_email(officer.desk, ["sari@gmail.example"]) == {
        "sari@gmail.example": (sari.pk, ministry.pk)
    }


def test_shared_address_names_nobody_but_its_organisation(officer: Actor) -> None:
    ministry = a_ministry(officer)
    for name in ("Sari", "Budi"):
        add_person(officer, name, email="tu@hubla.example")
    add_contact_point(officer, ministry, kind=ContactPoint.Kind.EMAIL, value="tu@hubla.example")
    assert parties_by_email(officer.desk, ["tu@hubla.example"]) == {"tu@hubla.example": (None, ministry.pk)}


def test_domain_shared_by_a_unit_belongs_to_the_whole(officer: Actor) -> None:
    ministry = a_ministry(officer, domains="hubla.example")
    a_ministry(officer, "Unit", parent=ministry.name, domains="hubla.example")
    assert parties_by_email(officer.desk, ["a@hubla.example"])["a@hubla.example"] == (None, ministry.pk)


def test_removed_and_foreign_records_are_unknown(officer: Actor, stranger: Actor) -> None:
    sari = add_person(officer, "Sari", email="sari@hubla.example")
    remove_party(officer, sari)
    add_person(stranger, "Asing", email="asing@hubla.example")
    a_ministry(stranger, domains="hubla.example")
    asked = ["sari@hubla.example", "asing@hubla.example"]
    assert parties_by_email(officer.desk, asked) == dict.fromkeys(asked, (None, None))


def test_any_number_of_addresses_takes_two_queries(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_ministry(officer, domains="hubla.example")
    for count in (1, 3, 500):
        with django_assert_num_queries(2):
            parties_by_email(officer.desk, [f"a{number}@hubla.example" for number in range(count)])


def test_no_addresses_are_nobodys(officer: Actor) -> None:
    assert parties_by_email(officer.desk, []) == {}
