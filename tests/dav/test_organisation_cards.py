"""Organisations in the address book of a program: read and written by CardDAV."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.fields import change_field
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking
from tests.dav.program import Program, program_of

BOOK = "organisations"
NEW = """BEGIN:VCARD
VERSION:3.0
UID:B2-44
N:;;;;
FN:Port of Halvern Authority
ORG:Port of Halvern Authority;
X-ABShowAs:COMPANY
NICKNAME:PHA
TEL;TYPE=WORK:+49 30 901820
NOTE:Gerbang timur
END:VCARD
"""


def _put(program: Program, name: str, card: str, **headers: str) -> tuple[int, str]:
    address = program.book(BOOK) + name
    text = card.replace("\r\n", "\n").replace("\n", "\r\n")
    response = program.ask("PUT", address, text, content_type="text/vcard", **headers)
    return int(response.status_code), response.content.decode()


@pytest.fixture
def port(officer: Actor) -> Organisation:
    port = add_organisation(officer, "Port of Halvern", fields={"short_name": "PoH", "note": "Dermaga"})
    add_contact_point(officer, port, kind=ContactPoint.Kind.PHONE, value="+49 30 901820")
    port.refresh_from_db()
    return port


def test_organisations_are_a_book_of_their_own(officer: Actor, port: Organisation) -> None:
    program = program_of(officer)
    token, changed, _gone = program.sync(BOOK)
    assert changed == {f"{port.pk}.vcf"}
    assert program.sync("people")[1] == set()
    lines = program.text(BOOK, f"{port.pk}.vcf").split("\r\n")
    for line in (
        "FN:Port of Halvern",
        "ORG:Port of Halvern",
        "KIND:org",
        "X-ABSHOWAS:COMPANY",
        "NICKNAME:PoH",
    ):
        assert line in lines
    change_field(officer, port, field="marking", value=Marking.RED, version=port.version, seen="TLP:GREEN")
    assert program.sync(BOOK, token)[1:] == (set(), {f"{port.pk}.vcf"})


def test_new_card_becomes_an_organisation(officer: Actor) -> None:
    program = program_of(officer)
    assert _put(program, "own.vcf", NEW, if_none_match="*")[0] == 201
    port = Organisation.objects.get()
    assert (port.name, port.short_name, port.note) == ("Port of Halvern Authority", "PHA", "Gerbang timur")
    assert port.external_uid == "B2-44"
    assert list(port.contact_points.values_list("kind", "value")) == [("phone", "+49 30 901820")]
    assert Entry.objects.filter(kind="directory.added", parties__organisation_id=port.pk).exists()
    assert not Person.objects.exists()


def test_what_comes_back_as_it_was_served_changes_nothing(officer: Actor, port: Organisation) -> None:
    program, entries = program_of(officer), Entry.objects.count()
    assert _put(program, f"{port.pk}.vcf", program.text(BOOK, f"{port.pk}.vcf"))[0] == 204
    before = port.version
    port.refresh_from_db()
    assert (port.version, Entry.objects.count()) == (before, entries)


@pytest.mark.parametrize("edited", ["ORG", "FN"])
def test_changed_name_and_number_are_changed(officer: Actor, port: Organisation, edited: str) -> None:
    program = program_of(officer)
    card = program.text(BOOK, f"{port.pk}.vcf").replace("901820", "901821")
    card = card.replace(f"{edited}:Port of Halvern", f"{edited}:Port of New Halvern")
    without_ours = "".join(line + "\n" for line in card.splitlines() if not line.startswith(("X-", "KIND")))
    assert _put(program, f"{port.pk}.vcf", without_ours)[0] == 204
    port.refresh_from_db()
    assert (port.name, port.short_name, port.note) == ("Port of New Halvern", "PoH", "Dermaga")
    assert port.contact_points.get().value == "+49 30 901821"


@pytest.mark.parametrize(
    ("line", "instead", "why"),
    [
        ("N:;;;;", "N:Kim;Ana;;;", "This card is an organisation's"),
        ("ORG:Port of Halvern", "ORG:Port of Halvern;Pilots", "A unit is an organisation of its own here."),
        ("KIND:org", "TITLE:Director", "Posts, titles and birthdays belong to people."),
        ("KIND:org", "PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=", "Organisations have no pictures here."),
    ],
)
def test_what_organisations_have_not_is_refused_with_the_reason(
    officer: Actor, port: Organisation, line: str, instead: str, why: str
) -> None:
    program = program_of(officer)
    card = program.text(BOOK, f"{port.pk}.vcf").replace(line, instead)
    status, said = _put(program, f"{port.pk}.vcf", card)
    assert (status, why in said.replace("&#x27;", "'")) == (403, True)
    port.refresh_from_db()
    assert port.name == "Port of Halvern"


def test_cards_of_people_and_groups_go_elsewhere(officer: Actor) -> None:
    program = program_of(officer)
    person = NEW.replace("N:;;;;", "N:Kim;Ana;;;").replace("FN:Port of Halvern Authority", "FN:Ana Kim")
    group = NEW.replace("X-ABShowAs:COMPANY", "X-ADDRESSBOOKSERVER-KIND:group")
    assert (
        "Save people in the address book of people"
        in _put(program, "a.vcf", person.replace("X-ABShowAs:COMPANY\n", ""))[1]
    )
    assert "Groups are tags here" in _put(program, "b.vcf", group)[1]
    assert not Organisation.objects.exists()


def test_deleted_card_is_a_removed_organisation_and_comes_back(officer: Actor, port: Organisation) -> None:
    program = program_of(officer)
    card = program.text(BOOK, f"{port.pk}.vcf")
    assert program.ask("DELETE", f"{program.book(BOOK)}{port.pk}.vcf").status_code == 200
    assert not Organisation.objects.filter(removed_at=None).exists()
    assert _put(program, "again.vcf", card, if_none_match="*")[0] == 201
    port.refresh_from_db()
    assert (port.removed_at, Organisation.objects.count()) == (None, 1)


def test_book_is_for_those_who_may_export(drafter: Actor, reader: Actor, port: Organisation) -> None:
    for actor in (drafter, reader):
        program = program_of(actor)
        assert program.ask("GET", f"{program.book(BOOK)}{port.pk}.vcf").status_code in {403, 404}
