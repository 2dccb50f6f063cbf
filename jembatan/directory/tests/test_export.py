"""Letting the directory out: for whom, at which marking, in how many queries, and that it is written down."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.export import Format, export_parties
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.actions.relationships import relate
from jembatan.directory.events import DirectoryExported
from jembatan.directory.models import Organisation, Person, Relationship
from jembatan.directory.queries.browse import Filters
from jembatan.directory.tests.people import a_ministry, retno
from jembatan.platform import events


def test_export_bears_the_highest_marking_and_is_announced(
    officer: Actor, stranger: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[DirectoryExported] = []
    monkeypatch.setitem(events._listeners, DirectoryExported, [heard.append])
    retno(officer, marking="TLP:AMBER")
    add_person(officer, "Budi", fields={"marking": "TLP:CLEAR"})
    add_person(stranger, "Asing", fields={"marking": "TLP:RED"})
    exported = export_parties(officer, Person, Filters(), file_format="csv")
    assert exported.name == f"people {timezone.localdate()} TLP-AMBER.csv"
    assert heard == [
        DirectoryExported(actor=officer, file_name=exported.name, count=2, marking=exported.marking)
    ]
    text = b"".join(exported.content).decode()
    assert text.startswith("TLP:AMBER\r\n")
    assert ("Budi" in text, "Retno" in text, "Asing" in text) == (True, True, False)


def test_export_holds_what_the_filter_shows(officer: Actor) -> None:
    retno(officer, tags="VIP")
    add_person(officer, "Budi")
    exported = export_parties(officer, Person, Filters(tag="VIP"), file_format="vcf")
    assert exported.count == 1
    assert b"".join(exported.content).count(b"BEGIN:VCARD") == 1


def test_drafter_and_reader_carry_nothing_away(drafter: Actor, reader: Actor) -> None:
    for actor in (drafter, reader):
        with pytest.raises(PermissionDenied):
            export_parties(actor, Person, Filters(), file_format="vcf")


@pytest.mark.parametrize("file_format", ["vcf", "csv", "xlsx"])
def test_export_takes_three_queries_for_any_number(
    officer: Actor,
    file_format: Format,
    django_assert_num_queries: DjangoAssertNumQueries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(events._listeners, DirectoryExported, [])
    for number in range(3):
        ministry = a_ministry(officer, f"Badan {number}")
        add_person(officer, f"Orang {number}", email=f"{number}@x.example", organisation=ministry)
        with django_assert_num_queries(3):
            exported = export_parties(officer, Person, Filters(), file_format=file_format)
            content = b"".join(exported.content)
        assert content


def test_person_of_two_posts_keeps_both(officer: Actor) -> None:
    person = retno(officer)
    for name in ("Badan A", "Badan B"):
        add_position(officer, person, a_ministry(officer, name), PositionFacts(title="Anggota"))
    card = b"".join(export_parties(officer, Person, Filters(), file_format="vcf").content).decode()
    assert "ORG:Badan A\r\nTITLE:Anggota\r\n" in card
    assert "X-FURTHER-POSITION:Badan B;;Anggota\r\n" in card


def test_file_bears_the_marking_of_those_whom_its_cards_name(officer: Actor) -> None:
    person = retno(officer, marking="TLP:GREEN")
    aide = add_person(officer, "Sari")
    Person.objects.filter(pk=aide.pk).update(marking="TLP:RED")
    relate(officer, aide, person, kind=Relationship.Kind.ASSISTANT)

    def marking(file_format: Format, who: str) -> str:
        return export_parties(officer, Person, Filters(text=who), file_format=file_format).marking

    assert (marking("vcf", "retno"), marking("csv", "retno")) == ("TLP:RED", "TLP:GREEN")


def test_organisations_leave_as_organisations(officer: Actor) -> None:
    a_ministry(officer, short_name="Hubla")
    exported = export_parties(officer, Organisation, Filters(kind="government"), file_format="vcf")
    assert b"KIND:org" in b"".join(exported.content)


def test_page_sends_a_file_that_names_its_marking(
    officer: Actor, client_of: Callable[[Actor], Client]
) -> None:
    retno(officer, marking="TLP:RED")
    response = client_of(officer).get(reverse("directory:export", args=["people", "csv"]) + "?q=retno&bom=1")
    content = b"".join(response)
    assert "TLP-RED.csv" in response["Content-Disposition"]
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert content.startswith(b"\xef\xbb\xbfTLP:RED\r\n")
