"""A card goes to a telephone and comes back: nothing changed means nothing changes."""

from hypothesis import given
from hypothesis import strategies as some

from jembatan.directory.formats.card_changes import CardChanges, SentCard, changes_between, read_card
from jembatan.directory.formats.contact import Contact, Point
from jembatan.directory.formats.phone_card import phone_card
from jembatan.platform.markings import Marking

TEXT = some.text(some.characters(codec="utf-8", exclude_characters="\x00"), max_size=60)
POINTS = some.builds(
    Point,
    kind=some.sampled_from(["email", "phone", "mobile", "fax", "messaging", "web", "address"]),
    value=TEXT,
    label=some.sampled_from(["", "work", "home", "kantor", "Jalur; cepat"]),
    preferred=some.booleans(),
)
CONTACTS = some.builds(
    Contact,
    full_name=TEXT.filter(str.strip),
    titles_before=TEXT,
    degrees_after=TEXT,
    call_name=TEXT,
    form_of_address=TEXT,
    native_name=TEXT,
    romanised_name=TEXT,
    sort_as=TEXT,
    organisation=TEXT,
    unit=TEXT,
    title=TEXT,
    birthday=some.sampled_from(["", "1970-05-06", "--05-06", "entah"]),
    note=TEXT,
    tags=some.lists(TEXT, max_size=3),
    points=some.lists(POINTS, max_size=5),
    extra=some.lists(some.tuples(TEXT, TEXT).map(list), max_size=3),
    uid=some.just("person-1@meja.jembatan"),
)


@given(contact=CONTACTS, marking=some.sampled_from(Marking))
def test_card_that_comes_back_as_it_was_served_changes_nothing(contact: Contact, marking: Marking) -> None:
    text = phone_card(contact, marking=marking)
    served, sent = _read(text), _read(text)
    assert changes_between(served, sent, marking=marking) == CardChanges()
    assert served.contact.uid == contact.uid


@given(content=some.binary(max_size=400))
def test_any_bytes_are_a_card_or_none(content: bytes) -> None:
    read_card(content)
    read_card(b"BEGIN:VCARD\r\nVERSION:3.0\r\n" + content + b"\r\nEND:VCARD\r\n")


def test_names_of_telephones() -> None:
    served = _read(phone_card(Contact(full_name="Budi Santoso", titles_before="Dr.", uid="1")))
    assert _fields(served, "N:Santoso;Budi;;Dr.;", "FN:Dr. Budi Santoso") == {}
    assert _fields(served, "N:Santoso;Budi;;;", "FN:Budi Santoso") == {"titles_before": ""}
    assert _fields(served, "N:;Budi Santosa;;Dr.;", "FN:Dr. Budi Santosa") == {"full_name": "Budi Santosa"}
    assert _fields(served, "N:;Budi Santoso;;Dr.;", "FN:Budi S. Santoso") == {"full_name": "Budi S. Santoso"}


def test_note_is_told_apart_from_the_marking_before_it() -> None:
    contact = Contact(full_name="Budi", note="Suka teh", uid="1")
    text = phone_card(contact, marking=Marking.AMBER)
    for note in ("Suka kopi", "TLP:AMBER\\n\\nSuka kopi"):
        sent = _read(text.replace("TLP:AMBER\\n\\nSuka teh", note).replace("X-TLP:TLP:AMBER\r\n", ""))
        changes = changes_between(_read(text), sent, marking=Marking.AMBER)
        assert changes.fields == {"note": "Suka kopi"}


def test_numbers_are_matched_before_they_are_counted_as_deleted_and_new() -> None:
    points = [Point("mobile", "+62 811 1"), Point("phone", "+62 21 2", "work"), Point("email", "b@x.example")]
    served = _read(phone_card(Contact(full_name="Budi", points=points, uid="1")))
    after = [Point("phone", "+62 811 1"), Point("phone", "+62 21 3", "work"), Point("fax", "+62 21 9")]
    sent = _read(phone_card(Contact(full_name="Budi", points=after, uid="1")))
    changes = changes_between(served, sent, marking="")
    served_points = served.contact.points
    assert [(served_points[at].value, new.kind, new.value) for at, new in changes.changed] == [
        ("+62 811 1", "phone", "+62 811 1"),
        ("+62 21 2", "phone", "+62 21 3"),
    ]
    assert [served_points[at].value for at in changes.removed] == ["b@x.example"]
    assert [point.value for point in changes.added] == ["+62 21 9"]


def _fields(served: SentCard, *names: str) -> dict[str, str]:
    lines = "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", "UID:1", *names, "END:VCARD", ""])
    return changes_between(served, _read(lines), marking="").fields


def _read(text: str) -> SentCard:
    card = read_card(text.encode())
    assert card is not None
    return card
