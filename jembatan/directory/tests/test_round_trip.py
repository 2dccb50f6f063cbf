"""What leaves as vCard comes back as it was, at another desk."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.export import export_parties
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.actions.relationships import relate
from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.vcard import read_vcards
from jembatan.directory.formats.vcard_writer import write_card
from jembatan.directory.models import ContactPoint, Organisation, Person, Position, Relationship
from jembatan.directory.queries.browse import Filters
from jembatan.directory.queries.export import organisations_as_contacts, people_as_contacts
from jembatan.platform.files.store import keep
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import import_now

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
WORDS = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=12)


def retno(officer: Actor) -> None:
    ministry = add_organisation(officer, "Kementerian Perhubungan Laut")
    person = add_person(officer, "Retno Kusumawati", email="retno@hubla.example")
    director = PositionFacts(
        title="Direktur; Pelabuhan",
        unit="Ditjen Hubla",
        since=date(2020, 1, 2),
        until=date(2099, 12, 31),
    )
    add_position(officer, person, ministry, director)
    council = add_organisation(officer, "Dewan; Maritim")
    add_position(officer, person, council, PositionFacts(title="Anggota, tetap", since=date(2019, 5, 1)))
    for number, tie in enumerate(Relationship.Kind):
        other = add_person(officer, f"Orang {number}")
        relate(officer, *((other, person) if number % 2 else (person, other)), kind=tie)
    _namesake, aide = add_person(officer, "Sari"), add_person(officer, "Sari")
    relate(officer, aide, person, kind=Relationship.Kind.ASSISTANT)
    for kind, value in (
        (ContactPoint.Kind.MOBILE, "+62 812-3456-7890"),
        (ContactPoint.Kind.MESSAGING, "retno kusumawati"),
        (ContactPoint.Kind.ADDRESS, "Jl. Merdeka 8\nJakarta 10110"),
    ):
        add_contact_point(officer, person, kind=kind, value=value)
    Person.objects.filter(pk=person.pk).update(
        titles_before="Prof. Dr.",
        degrees_after="M.Sc.",
        form_of_address="Ibu",
        call_name="Retno",
        native_name="ꦫꦼꦠ꧀ꦤ",
        birthday="1970-01-02",
        country="ID",
        time_zone="Asia/Makassar",
        languages=["id", "jv"],
        tags=["VIP", "Maritim, laut"],
        note="Baris satu\nBaris dua: ya",
        marking="TLP:AMBER",
        extra=[["Ukuran sepatu", "38: lebar"], ["", "lepas"], ["X-PHONETIC", "retno"]],
        photo=keep(PICTURE),
    )
    Organisation.objects.filter(pk=ministry.pk).update(short_name="Hubla", country="ID", marking="TLP:RED")


def told(contacts: list[tuple[Contact, str]]) -> list[tuple[dict[str, object], str]]:
    found = []
    for contact, marking in contacts:
        values = {each.name: getattr(contact, each.name) for each in fields(contact)}
        values["points"] = [(p.kind, p.value, p.label, p.preferred) for p in contact.points]
        values["relations"] = sorted((r.kind, r.other, r.inverse, r.uid) for r in contact.relations)
        found.append((values, marking))
    return found


def all_of(actor: Actor) -> list[tuple[dict[str, object], str]]:
    people = people_as_contacts(actor, Person.objects.filter(desk=actor.desk), photos=True)
    return told([*people, *organisations_as_contacts(actor, Organisation.objects.filter(desk=actor.desk))])


def export(actor: Actor, folder: Path) -> list[Path]:
    for kind in (Person, Organisation):
        exported = export_parties(actor, kind, Filters(), file_format="vcf")
        (folder / f"{kind.__name__}.vcf").write_bytes(b"".join(exported.content))
    return sorted(folder.iterdir())


def test_export_imported_elsewhere_is_what_it_was(officer: Actor, stranger: Actor, tmp_path: Path) -> None:
    retno(officer)

    import_now(stranger, export(officer, tmp_path))

    assert all_of(stranger) == all_of(officer)
    assert Relationship.objects.filter(desk=stranger.desk).count() == len(Relationship.Kind) + 1


def test_export_imported_again_changes_nothing(officer: Actor, tmp_path: Path) -> None:
    retno(officer)
    before = all_of(officer)

    outcome = import_now(officer, export(officer, tmp_path)).batch

    assert (outcome.filed, outcome.updated, outcome.quarantined) == (0, 0, 0)
    assert all_of(officer) == before
    assert Person.objects.filter(external_uid="").count() == Person.objects.count()


def test_export_that_comes_back_from_elsewhere_changes_nothing(
    officer: Actor, stranger: Actor, tmp_path: Path
) -> None:
    retno(officer)
    before = all_of(officer)
    import_now(stranger, export(officer, tmp_path))

    outcome = import_now(officer, export(stranger, tmp_path)).batch

    assert (outcome.filed, outcome.updated) == (0, 0)
    assert all_of(officer) == before


def test_days_of_a_position_fill_what_is_not_known_and_leave_what_is(officer: Actor, tmp_path: Path) -> None:
    ministry = add_organisation(officer, "Hubla")
    person = add_person(officer, "Retno", email="retno@hubla.example")
    known = add_position(officer, person, ministry, PositionFacts(title="Direktur", since=date(2021, 1, 1)))
    bare = add_position(officer, person, ministry, PositionFacts(title="Ketua"))
    card = tmp_path / "retno.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Retno\nEMAIL:retno@hubla.example\n"
        "ORG;X-SINCE=2020-01-01;X-UNTIL=2030-12-31:Hubla\nTITLE:Direktur\n"
        "X-FURTHER-POSITION;X-SINCE=2019-01-01:Hubla;;Ketua\nEND:VCARD\n"
    )

    batch = import_now(officer, [card]).batch

    known.refresh_from_db()
    bare.refresh_from_db()
    assert (known.since, known.until) == (date(2021, 1, 1), date(2030, 12, 31))
    assert (bare.since, bare.until) == (date(2019, 1, 1), None)
    roll_back(officer, batch)
    known.refresh_from_db()
    bare.refresh_from_db()
    assert (known.since, known.until, bare.since) == (date(2021, 1, 1), None, None)
    assert Position.objects.count() == 2


@pytest.mark.parametrize(
    "term", ["X-SINCE=kemarin", "X-SINCE=2020-01-02;X-UNTIL=2019-01-01", "X-UNTIL=2020-02-30"]
)
def test_days_that_make_no_sense_are_no_term(term: str) -> None:
    [card] = read_vcards(f"BEGIN:VCARD\nVERSION:4.0\nFN:R\nORG;{term}:Hubla\nEND:VCARD\n".encode()).cards
    assert (card.contact.organisation, card.contact.since, card.contact.until) == ("Hubla", "", "")


@given(
    st.lists(WORDS, min_size=1, max_size=3),
    st.sampled_from(["Ibu", "Bapak", "Dr. h.c.", ""]),
    st.lists(st.tuples(WORDS, WORDS), max_size=3),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=60),
)
def test_card_is_read_back_as_it_was_written(
    names: list[str], address: str, extra: list[tuple[str, str]], note: str
) -> None:
    contact = Contact(
        full_name=" ".join(names),
        form_of_address=address,
        note=note.strip(),
        uid="person-1@meja.jembatan",
        photo=PICTURE,
        extra=[list(pair) for pair in extra],
    )
    [card] = read_vcards(write_card(contact, marking="TLP:AMBER")).cards
    read = card.contact
    assert (read.full_name, read.form_of_address, read.note, read.uid, read.photo, read.extra) == (
        contact.full_name,
        contact.form_of_address,
        contact.note,
        contact.uid,
        contact.photo,
        contact.extra,
    )
    assert (read.marking, card.defects) == ("TLP:AMBER", [])
