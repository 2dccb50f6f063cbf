"""What a telephone writes into the directory by CardDAV."""

from base64 import b64encode

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.cards.photo import LARGEST
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.fields import change_field
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.dav.people import LARGEST_PHOTO
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries.history import history_of
from jembatan.journal.models import Entry
from jembatan.platform.files.store import open_stored
from tests.dav.program import Program, program_of

NEW = """BEGIN:VCARD
VERSION:3.0
UID:4A1E-77
N:Santoso;Budi;;Dr.;M.Si.
FN:Dr. Budi Santoso M.Si.
ORG:Kementerian Laut;Biro Umum
TITLE:Direktur
TEL;TYPE=CELL:+62 812 3456 789
EMAIL;TYPE=WORK;TYPE=PREF:budi@laut.example
NOTE:Bertemu di Bali
X-PHONETIC-FIRST-NAME:Budi
END:VCARD
"""


def _put(program: Program, name: str, card: str, **headers: str) -> int:
    response = program.ask(
        "PUT", program.book("people") + name, card.replace("\n", "\r\n"), content_type="text/vcard", **headers
    )
    assert "ETag" not in response.headers
    return int(response.status_code)


def test_new_card_becomes_a_person(officer: Actor) -> None:
    program = program_of(officer)
    token, _changed, _gone = program.sync("people")
    assert _put(program, "my-own-name.vcf", NEW, if_none_match="*") == 201
    budi = Person.objects.get()
    assert (budi.full_name, budi.titles_before, budi.degrees_after) == ("Budi Santoso", "Dr.", "M.Si.")
    assert (budi.note, budi.external_uid) == ("Bertemu di Bali", "4A1E-77")
    assert budi.extra == [["X-PHONETIC-FIRST-NAME", "Budi"]]
    position = budi.positions.get()
    assert (position.organisation.name, position.unit, position.title) == (
        "Kementerian Laut",
        "Biro Umum",
        "Direktur",
    )
    assert sorted(budi.contact_points.values_list("kind", "value", "label", "preferred")) == [
        ("email", "budi@laut.example", "work", True),
        ("mobile", "+62 812 3456 789", "", False),
    ]
    assert Entry.objects.filter(kind="directory.added", parties__person_id=budi.pk).exists()
    assert program.sync("people", token)[1:] == ({"my-own-name.vcf"}, set())


def test_changed_number_is_changed_and_nothing_else(officer: Actor) -> None:
    budi = add_person(officer, "Budi Santoso", email="budi@laut.example", phone="+62 21 3456 7890")
    change_field(officer, budi, field="form_of_address", value="Bapak", version=1, seen="")
    program = program_of(officer)
    card = program.card(budi.pk)
    without_ours = "\n".join(line for line in card.splitlines() if not line.startswith("X-"))
    assert _put(program, f"{budi.pk}.vcf", without_ours.replace("7890", "7899") + "\n") == 204
    budi.refresh_from_db()
    assert budi.form_of_address == "Bapak"
    assert sorted(budi.contact_points.values_list("value", flat=True)) == [
        "+62 21 3456 7899",
        "budi@laut.example",
    ]
    assert "+62 21 3456 7899" in Entry.objects.filter(parties__person_id=budi.pk).latest("id").summary


def test_what_comes_back_as_it_was_served_changes_nothing(officer: Actor) -> None:
    ministry = add_organisation(officer, "Kementerian Laut")
    fields = {"note": "Satu\nDua", "tags": "bali, g20", "birthday": "1970-05-06", "native_name": "ᬩᬸᬤᬶ"}
    budi = add_person(
        officer, "Santoso, Budi", fields=fields, email="b@laut.example", organisation=ministry, position="Ka"
    )
    add_contact_point(officer, budi, kind=ContactPoint.Kind.ADDRESS, value="Jl. Laut 1\nJakarta")
    add_contact_point(officer, budi, kind=ContactPoint.Kind.WEB, value="laut.example", label="kantor")
    budi.refresh_from_db()
    program = program_of(officer)
    entries, version = Entry.objects.count(), budi.version
    assert _put(program, f"{budi.pk}.vcf", program.card(budi.pk).replace("\r\n", "\n")) == 204
    budi.refresh_from_db()
    assert (Entry.objects.count(), budi.version) == (entries, version)


def test_titles_around_the_name_are_not_taken_into_it(officer: Actor) -> None:
    budi = add_person(officer, "Budi Santoso", fields={"titles_before": "Prof.", "degrees_after": "S.H."})
    program = program_of(officer)
    card = program.card(budi.pk).replace("FN:Budi Santoso", "FN:Prof. Budi Santoso S.H.")
    assert _put(program, f"{budi.pk}.vcf", card.replace("\r\n", "\n")) == 204
    budi.refresh_from_db()
    assert (budi.full_name, budi.version) == ("Budi Santoso", 1)


def test_another_organisation_ends_the_position(officer: Actor) -> None:
    ministry = add_organisation(officer, "Kementerian Laut")
    budi = add_person(officer, "Budi", organisation=ministry, position="Direktur")
    program = program_of(officer)
    card = program.card(budi.pk).replace("ORG:Kementerian Laut", "ORG:Badan Pelabuhan")
    assert _put(program, f"{budi.pk}.vcf", card.replace("\r\n", "\n")) == 204
    ended, held = budi.positions.order_by("id")
    assert (ended.organisation, ended.until is not None) == (ministry, True)
    assert (held.organisation.name, held.title, held.until) == ("Badan Pelabuhan", "Direktur", None)
    assert Organisation.objects.count() == 2


def test_card_that_somebody_changed_meanwhile_is_not_overwritten(officer: Actor) -> None:
    budi = add_person(officer, "Budi", phone="+62 21 3456 7890")
    program = program_of(officer)
    response = program.ask("GET", f"{program.book('people')}{budi.pk}.vcf")
    etag, card = response.headers["ETag"], response.content.decode().replace("\r\n", "\n")
    change_field(officer, budi, field="note", value="Pindah", version=1, seen="")
    assert _put(program, f"{budi.pk}.vcf", card.replace("7890", "1111"), if_match=etag) == 412
    assert budi.contact_points.get().value == "+62 21 3456 7890"


def test_deleted_card_is_a_removed_person_and_comes_back_by_its_uid(officer: Actor) -> None:
    budi = add_person(officer, "Budi")
    program = program_of(officer)
    card, address = program.card(budi.pk), f"{program.book('people')}{budi.pk}.vcf"
    assert program.ask("DELETE", address).status_code == 200
    budi.refresh_from_db()
    assert Person.objects.filter(removed_at=None).count() == 0
    assert _put(program, "again.vcf", card.replace("\r\n", "\n"), if_none_match="*") == 201
    budi.refresh_from_db()
    assert (budi.removed_at, Person.objects.count()) == (None, 1)
    assert program.sync("people")[1] == {"again.vcf"}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("EMAIL:nobody", "Write an e-mail address"),
        ("TITLE:Direktur", "A position needs an organisation"),
        ("X-ADDRESSBOOKSERVER-KIND:group", "Groups are tags here"),
        ("X-ABSHOWAS:COMPANY", "This address book holds people"),
    ],
)
def test_refused_card_says_why(line: str, sentence: str, officer: Actor) -> None:
    program = program_of(officer)
    card = f"BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Budi\nN:;Budi;;;\n{line}\nEND:VCARD\n"
    response = program.ask("PUT", f"{program.book('people')}x.vcf", card, content_type="text/vcard")
    assert (response.status_code, Person.objects.count()) == (403, 0)
    assert sentence in response.content.decode()
    assert b"urn:jembatan:dav" in response.content


def test_program_without_a_card_in_it_is_refused(officer: Actor) -> None:
    program = program_of(officer)
    assert _put(program, "x.vcf", "nonsense") in {400, 403}
    assert Person.objects.count() == 0


def test_history_knows_who_held_the_telephone(officer: Actor) -> None:
    budi = add_person(officer, "Budi")
    program = program_of(officer)
    card = program.card(budi.pk).replace("\r\n", "\n").replace("END:", "NICKNAME:Pak Budi\nEND:")
    assert _put(program, f"{budi.pk}.vcf", card) == 204
    assert history_of(officer, budi)[0].who == officer.name
    remove_party(officer, budi)


def _picture(size: int = 300, mark: bytes = b"\xff\xd8\xff") -> str:
    return b64encode(mark + bytes(number % 251 for number in range(size))).decode()


def _with_picture(card: str, picture: str) -> str:
    return card.replace("END:VCARD", f"PHOTO;ENCODING=b;TYPE=JPEG:{picture}\nEND:VCARD")


def test_picture_comes_from_a_telephone_and_goes_to_the_others(officer: Actor) -> None:
    program, picture = program_of(officer), _picture()
    assert _put(program, "a.vcf", _with_picture(NEW, picture)) == 201
    budi = Person.objects.get()
    served = program.text("people", "a.vcf").replace("\r\n", "\n")
    assert f"PHOTO;ENCODING=b;TYPE=JPEG:{picture}\n" in served
    version = budi.version

    assert _put(program, "a.vcf", served) < 300
    budi.refresh_from_db()
    assert budi.version == version

    other = _picture(200, b"\x89PNG\r\n\x1a\n")
    assert _put(program, "a.vcf", served.replace(picture, other)) < 300
    budi.refresh_from_db()
    assert budi.photo is not None
    with open_stored(budi.photo) as kept:
        assert b64encode(kept.read()).decode() == other
    assert Entry.objects.filter(kind="directory.changed", summary__startswith="Budi Santoso: ").count() == 1


def test_picture_stays_when_a_program_sends_none(officer: Actor) -> None:
    program = program_of(officer)
    _put(program, "a.vcf", _with_picture(NEW, _picture()))
    assert _put(program, "a.vcf", NEW.replace("Bertemu di Bali", "Bertemu di Batam")) < 300
    budi = Person.objects.get()
    assert (budi.note, budi.photo is None) == ("Bertemu di Batam", False)


def test_large_picture_stays_at_the_desk(officer: Actor) -> None:
    program = program_of(officer)
    assert _put(program, "a.vcf", _with_picture(NEW, _picture(LARGEST_PHOTO))) == 201
    served = program.text("people", "a.vcf").replace("\r\n", "\n")
    assert "PHOTO" not in served
    assert _put(program, "a.vcf", served.replace("Bertemu", "Makan")) < 300
    assert Person.objects.get().photo is not None


@pytest.mark.parametrize("picture", [_picture(LARGEST), _picture(mark=b"%PDF")])
def test_what_is_no_picture_or_too_large_is_refused(officer: Actor, picture: str) -> None:
    program = program_of(officer)
    assert _put(program, "a.vcf", _with_picture(NEW, picture)) == 403
    assert not Person.objects.exists()
