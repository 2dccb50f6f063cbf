"""Importing contacts: filed once, matched, updated, quarantined, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.models import ContactPoint, Organisation, Person, Position, Relationship
from jembatan.platform.imports.actions.change_plan import map_columns
from jembatan.platform.imports.actions.plan import plan
from jembatan.platform.imports.actions.quarantine import retry
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import Result, import_now, run

BUDI = """BEGIN:VCARD
VERSION:3.0
UID:1b2c3d4e-0000-4000-8000-000000000001
FN:Budi Santoso
N:Santoso;Budi;;Dr.;M.Si.
ORG:PT Maju Jaya Tbk;Pemasaran
TITLE:Direktur
EMAIL;TYPE=WORK,PREF:budi@maju.example
TEL;TYPE=CELL:0812-3456-7890
CATEGORIES:Mitra,VIP
NOTE:Suka kopi
END:VCARD
"""
SARI = """BEGIN:VCARD
VERSION:3.0
FN:Sari Dewi
ORG:Maju Jaya
EMAIL:sari@maju.example
X-SPOUSE:Budi Santoso
END:VCARD
"""


type Bring = Callable[..., Result]


@pytest.fixture
def bring(officer: Actor, tmp_path: Path) -> Bring:
    """Import a file of this content and name."""

    def bring_in(content: str | bytes, *, name: str = "contacts.vcf", dry_run: bool = False) -> Result:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return import_now(officer, [path], dry_run=dry_run)

    return bring_in


def accounts(result: Result) -> tuple[int, int, int, int, int]:
    """Read, filed, updated, duplicates, quarantined."""
    document = result.as_json()
    return (
        document["read"],
        document["filed"],
        document["updated"],
        document["duplicates"],
        document["quarantined"],
    )


def test_a_card_becomes_a_person_with_a_position(bring: Bring) -> None:
    result = bring(BUDI + SARI)

    budi = Person.objects.get(full_name="Budi Santoso")
    assert accounts(result) == (2, 2, 0, 0, 0)
    assert (budi.titles_before, budi.degrees_after, budi.note) == ("Dr.", "M.Si.", "Suka kopi")
    assert budi.tags == ["Mitra", "VIP"]
    assert set(budi.contact_points.values_list("kind", "normal", "preferred")) == {
        ("email", "budi@maju.example", True),
        ("mobile", "+6281234567890", False),
    }
    assert list(Organisation.objects.values_list("name", flat=True)) == ["PT Maju Jaya Tbk"]
    assert set(Position.objects.values_list("person__full_name", "title", "unit")) == {
        ("Budi Santoso", "Direktur", "Pemasaran"),
        ("Sari Dewi", "", ""),
    }
    assert [str(one) for one in Relationship.objects.all()] == ["Sari Dewi spouse of Budi Santoso"]


def test_importing_again_changes_nothing(bring: Bring) -> None:
    bring(BUDI + SARI)
    again = bring(BUDI + SARI)

    assert accounts(again) == (2, 0, 0, 2, 0)
    assert Person.objects.count() == 2


def test_a_dry_run_counts_and_leaves_nothing(bring: Bring) -> None:
    result = bring(BUDI + SARI, dry_run=True)

    assert accounts(result) == (2, 2, 0, 0, 0)
    assert (Person.objects.count(), Organisation.objects.count()) == (0, 0)
    assert result.as_json()["batch"] is None


def test_taking_back_removes_what_the_batch_made(bring: Bring, officer: Actor) -> None:
    result = bring(BUDI + SARI)

    taken = roll_back(officer, result.batch)

    assert (taken.removed, taken.kept) == (3, 0)
    assert Person.objects.count() == Organisation.objects.count() == ContactPoint.objects.count() == 0


def test_a_changed_card_updates_what_people_left_alone(bring: Bring, officer: Actor) -> None:
    bring(BUDI)
    person = Person.objects.get()
    person.call_name, person.note = "Pak Budi", "Tidak minum kopi"
    person.version += 1
    person.save()

    changed = BUDI.replace("TITLE:Direktur", "TITLE:Direktur Utama").replace("Suka kopi", "Suka teh")
    result = bring(changed.replace("END:VCARD", "NICKNAME:Bud\nTEL;TYPE=WORK:021-5551234\nEND:VCARD"))

    person.refresh_from_db()
    assert accounts(result) == (1, 0, 1, 0, 0)
    assert (person.call_name, person.note) == ("Pak Budi", "Tidak minum kopi")
    assert sorted(value for _name, value in person.extra) == ["Bud", "Suka teh"]
    assert list(person.positions.values_list("title", flat=True)) == ["Direktur Utama"]
    assert set(person.contact_points.values_list("normal", flat=True)) == {
        "budi@maju.example",
        "+6281234567890",
        "+62215551234",
    }


def test_an_address_that_people_removed_does_not_come_back(bring: Bring) -> None:
    bring(BUDI)
    ContactPoint.objects.get(kind="mobile").delete()

    bring(BUDI.replace("TITLE:Direktur", "TITLE:Komisaris"))

    assert list(ContactPoint.objects.values_list("kind", flat=True)) == ["email"]


def test_the_old_file_does_not_undo_the_newer_one(bring: Bring) -> None:
    bring(BUDI)
    bring(BUDI.replace("TITLE:Direktur", "TITLE:Komisaris"))

    again = bring(BUDI)

    assert accounts(again) == (1, 0, 0, 1, 0)
    assert list(Position.objects.values_list("title", flat=True)) == ["Komisaris"]


def test_a_spreadsheet_row_finds_the_card_of_the_same_person(bring: Bring) -> None:
    bring(BUDI)

    rows = "Nama;Instansi;No. HP;Surel\nDr. Budi Santoso;Maju Jaya;081234567890;b.santoso@rumah.example\n"
    result = bring(rows, name="daftar.csv")

    assert accounts(result) == (1, 0, 1, 0, 0)
    assert (Person.objects.count(), Organisation.objects.count()) == (1, 1)


def test_one_address_shared_by_an_office_makes_no_two_people_one(bring: Bring) -> None:
    rows = "Nama,Surel\nBudi Santoso,info@maju.example\nRina Lubis,info@maju.example\n"

    assert accounts(bring(rows, name="a.csv")) == (2, 2, 0, 0, 0)


def test_a_doubtful_contact_is_filed_apart_and_said(bring: Bring) -> None:
    bring(BUDI)

    result = bring("BEGIN:VCARD\nVERSION:4.0\nFN:Budi Santoso\nEND:VCARD\n", name="b.vcf")

    assert accounts(result) == (1, 1, 0, 0, 0)
    assert [problem.source.rpartition("/")[2] for problem in result.problems] == ["b.vcf:1"]


def test_a_card_that_names_nobody_waits_with_its_bytes_and_can_be_retried(
    bring: Bring, officer: Actor
) -> None:
    result = bring(BUDI + "BEGIN:VCARD\nVERSION:3.0\nNOTE:siapa\nEND:VCARD\n")
    item = result.batch.quarantine.get()

    assert accounts(result) == (2, 1, 0, 0, 1)
    assert (item.position, bytes(item.raw)) == (13, b"BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:siapa\r\nEND:VCARD")
    assert not retry(officer, item)
    item.raw = b"BEGIN:VCARD\nVERSION:3.0\nFN:Sari\nEND:VCARD"
    item.save()
    assert retry(officer, item)
    result.batch.refresh_from_db()
    assert (result.batch.filed, result.batch.quarantined) == (2, 0)


def test_a_card_of_an_organisation_becomes_one(bring: Bring) -> None:
    result = bring(
        "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Badan Contoh\nEMAIL:info@badan.example\nEND:VCARD\n"
    )

    assert accounts(result) == (1, 1, 0, 0, 0)
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Badan Contoh"]
    assert Person.objects.count() == 0
    assert accounts(bring("BEGIN:VCARD\nVERSION:3.0\nFN:Badan Contoh\nORG:Badan Contoh\nEND:VCARD\n"))[1] == 0


def test_taking_back_restores_fields_and_keeps_what_people_did(bring: Bring, officer: Actor) -> None:
    first = bring(BUDI)
    second = bring(BUDI.replace("TITLE:Direktur", "TITLE:Komisaris").replace("Suka kopi", "Suka teh"))

    assert Person.objects.get().note == "Suka teh"
    taken = roll_back(officer, second.batch)
    assert (taken.removed, taken.kept) == (1, 0)
    assert (Person.objects.get().note, Position.objects.get().title) == ("Suka kopi", "Direktur")

    Person.objects.update(call_name="Pak Budi", version=2)
    taken = roll_back(officer, first.batch)
    assert (taken.removed, taken.kept) == (0, 2)
    assert Person.objects.get().contact_points.count() == 2


def test_what_was_taken_back_can_be_imported_again(bring: Bring, officer: Actor) -> None:
    roll_back(officer, bring(BUDI).batch)

    assert accounts(bring(BUDI)) == (1, 1, 0, 0, 0)


def test_a_mapping_chosen_by_people_is_what_is_run(officer: Actor, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Nama,Surel,Warna\nSari,sari@a.example,biru\n")
    batch = plan(officer, [path])
    map_columns(officer, batch, kind="contacts", table=0, fields=["full_name", "email", "note"])

    run(officer, batch)

    assert Person.objects.get().note == "biru"
