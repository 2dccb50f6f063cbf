"""What leaves as vCard comes back as it was, at another desk."""

from dataclasses import fields
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.export import export_parties
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.vcard import read_vcards
from jembatan.directory.formats.vcard_writer import write_card
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries.browse import Filters
from jembatan.directory.queries.export import organisations_as_contacts, people_as_contacts
from jembatan.platform.files.store import keep
from jembatan.platform.imports.actions.run import import_now

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
WORDS = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=12)


def retno(officer: Actor) -> None:
    ministry = add_organisation(officer, "Kementerian Perhubungan Laut")
    person = add_person(officer, "Retno Kusumawati", email="retno@hubla.example")
    add_position(officer, person, ministry, PositionFacts(title="Direktur; Pelabuhan", unit="Ditjen Hubla"))
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
        found.append((values, marking))
    return found


def all_of(actor: Actor) -> list[tuple[dict[str, object], str]]:
    people = people_as_contacts(actor, Person.objects.filter(desk=actor.desk), photos=True)
    return told([*people, *organisations_as_contacts(actor, Organisation.objects.filter(desk=actor.desk))])


def test_export_imported_elsewhere_is_what_it_was(officer: Actor, stranger: Actor, tmp_path: Path) -> None:
    retno(officer)
    for kind in (Person, Organisation):
        exported = export_parties(officer, kind, Filters(), file_format="vcf")
        (tmp_path / f"{kind.__name__}.vcf").write_bytes(b"".join(exported.content))

    import_now(stranger, sorted(tmp_path.iterdir()))

    assert all_of(stranger) == all_of(officer)


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
