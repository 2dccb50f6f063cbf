"""The directory in a program's address book: read by CardDAV."""

from datetime import timedelta

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.dav import people
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries import export
from jembatan.directory.queries.positions import today_at
from jembatan.platform.markings import Marking
from tests.dav.program import SYNC, program_of


def test_programs_find_the_book_from_the_address_of_the_installation(officer: Actor) -> None:
    program = program_of(officer)
    assert program.ask("GET", "/.well-known/carddav").headers["Location"] == "/dav/"
    principal = program.properties("/dav/", "current-user-principal")["/dav/"]
    found = program.properties(principal, "displayname", depth=1)
    assert found[f"{principal}people-{officer.desk.slug}/"] == officer.desk.name


def test_card_is_served_as_the_directory_has_it(officer: Actor) -> None:
    budi = add_person(officer, "Budi Santoso", email="budi@laut.example", fields={"titles_before": "Dr."})
    program = program_of(officer)
    card = program.ask("GET", f"{program.book('people')}{budi.pk}.vcf")
    assert card.status_code == 200
    lines = card.content.decode().split("\r\n")
    assert "N:;Budi Santoso;;Dr.;" in lines
    assert "EMAIL;TYPE=INTERNET:budi@laut.example" in lines
    assert f"UID:person-{budi.pk}@{officer.desk.slug}.jembatan" in lines


def test_sync_tells_what_changed_since(officer: Actor) -> None:
    budi, sari = add_person(officer, "Budi"), add_person(officer, "Sari")
    program = program_of(officer)
    token, changed, gone = program.sync("people")
    assert (changed, gone) == ({f"{budi.pk}.vcf", f"{sari.pk}.vcf"}, set())
    assert program.sync("people", token) == (token, set(), set())
    add_contact_point(officer, budi, kind=ContactPoint.Kind.PHONE, value="+62 21 3456 7890")
    remove_party(officer, sari)
    later, changed, gone = program.sync("people", token)
    assert (changed, gone) == ({f"{budi.pk}.vcf"}, {f"{sari.pk}.vcf"})
    assert program.sync("people", later) == (later, set(), set())


def test_name_of_an_organisation_is_on_the_cards_of_its_people(officer: Actor) -> None:
    ministry = add_organisation(officer, "Kementerian Laut")
    budi = add_person(officer, "Budi", organisation=ministry, position="Direktur")
    program = program_of(officer)
    token, _changed, _gone = program.sync("people")
    Organisation.objects.filter(pk=ministry.pk).update(name="Kementerian Kelautan")
    assert program.sync("people", token)[1] == {f"{budi.pk}.vcf"}
    assert "ORG:Kementerian Kelautan" in program.card(budi.pk)


def test_position_that_is_over_leaves_the_card_with_its_day(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ministry, budi = add_organisation(officer, "Kementerian Laut"), add_person(officer, "Budi")
    today = today_at(officer.desk)
    add_position(officer, budi, ministry, PositionFacts(title="Direktur", until=today))
    program = program_of(officer)
    token, _changed, _gone = program.sync("people")
    assert "TITLE:Direktur" in program.card(budi.pk)
    for module in (people, export):
        monkeypatch.setattr(module, "today_at", lambda _desk: today + timedelta(days=1))
    assert program.sync("people", token)[1] == {f"{budi.pk}.vcf"}
    assert "TITLE" not in program.card(budi.pk)


def test_red_stays_at_the_desk(officer: Actor) -> None:
    budi = add_person(officer, "Budi", fields={"marking": Marking.RED})
    program = program_of(officer)
    assert program.sync("people")[1] == set()
    assert program.ask("GET", f"{program.book('people')}{budi.pk}.vcf").status_code == 404


def test_card_bears_its_marking(officer: Actor) -> None:
    budi = add_person(officer, "Budi", fields={"marking": Marking.AMBER, "note": "Suka teh"})
    card = program_of(officer).card(budi.pk)
    assert "X-TLP:TLP:AMBER" in card
    assert "NOTE:TLP:AMBER\\n\\nSuka teh" in card


def test_two_with_one_uid_are_two_cards(officer: Actor) -> None:
    twins = [add_person(officer, "Budi"), add_person(officer, "Budi Santoso")]
    Person.objects.update(external_uid="one")
    program = program_of(officer)
    assert program.sync("people")[1] == {f"{one.pk}.vcf" for one in twins}
    assert "UID:one" in program.card(twins[0].pk)
    assert "UID:one" not in program.card(twins[1].pk)


@pytest.mark.parametrize("role", ["drafter", "reader"])
def test_who_may_not_export_the_directory_has_no_address_book(
    role: str, request: pytest.FixtureRequest, officer: Actor
) -> None:
    add_person(officer, "Budi")
    program = program_of(request.getfixturevalue(role))
    assert program.ask("PROPFIND", program.book("people")).status_code in {403, 404}
    assert "people" not in str(program.properties(f"/dav/{program.user.pk}/", "displayname", depth=1))


def test_strangers_find_nothing_of_ours(officer: Actor, stranger: Actor) -> None:
    budi = add_person(officer, "Budi")
    ours, program = program_of(officer), program_of(stranger)
    own = f"/dav/{program.user.pk}/people-{officer.desk.slug}/{budi.pk}.vcf"
    for address in (f"{ours.book('people')}{budi.pk}.vcf", own):
        assert program.ask("GET", address).status_code in {403, 404}
        assert program.ask("DELETE", address).status_code in {403, 404}


def test_token_of_elsewhere_is_refused(officer: Actor) -> None:
    program = program_of(officer)
    for token in ("urn:jembatan:sync:1-00", "urn:jembatan:sync:x", "http://elsewhere.example/1"):
        response = program.ask("REPORT", program.book("people"), SYNC.format(token=token))
        assert (response.status_code, b"valid-sync-token" in response.content) == (403, True)
