"""What somebody changed on a telephone: the card that was served beside the card that came back.

A telephone sends the whole card, without what it does not know. So a difference counts only where the telephone can have made it:
what is of our own (`X-…`) or rarely known may be missing without a meaning; a number that is missing was deleted.
"""

from dataclasses import dataclass, field

from jembatan.directory.formats.contact import Contact, Point, Post
from jembatan.directory.formats.names import name_folded
from jembatan.directory.formats.vcard import read_vcards
from jembatan.directory.formats.vcard.naming import joined_name
from jembatan.directory.formats.vcard.reader import VCard
from jembatan.directory.formats.vcard.values import components, one_line

DELETABLE = ("call_name", "birthday", "note")
ONLY_CHANGED = ("sort_as", "form_of_address", "native_name", "romanised_name")


@dataclass(frozen=True, slots=True)
class SentCard:
    """A card as it came, with the name that it means."""

    contact: Contact
    full_name: str
    titles_before: str
    degrees_after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardChanges:
    """`fields` by their names in the directory; points by their place on the card that was served."""

    fields: dict[str, str] = field(default_factory=dict)
    removed: list[int] = field(default_factory=list)
    changed: list[tuple[int, Point]] = field(default_factory=list)
    added: list[Point] = field(default_factory=list)
    post: Post | None = None
    """The first position, if it is another one now; without an organisation: none."""
    photo: bytes = b""
    """Another picture; a card without one is of a program that shows none."""
    extra: list[list[str]] = field(default_factory=list)
    """What has no place of its own and was not on the card that was served."""


def read_card(content: bytes) -> SentCard | None:
    """The only card of these bytes; None where there is none, or several."""
    cards = read_vcards(content).cards
    return _sent(cards[0]) if len(cards) == 1 else None


def changes_between(served: SentCard, sent: SentCard, *, marking: str) -> CardChanges:
    """`marking` stands at the head of every note that is served."""
    removed, changed, added = _points(served.contact.points, sent.contact.points)
    before, after = served.contact, sent.contact
    known = [tuple(pair) for pair in before.extra]
    return CardChanges(
        fields=_names(served, sent) | _texts(before, after, marking),
        removed=removed,
        changed=changed,
        added=added,
        post=_post(before, after),
        photo=after.photo if after.photo != before.photo else b"",
        extra=[pair for pair in after.extra if tuple(pair) not in known and pair[0] != "N"],
    )


def note_of(contact: Contact, marking: str) -> str:
    """The note without the marking that we put before it."""
    return contact.note.removeprefix(marking).lstrip("\n") if marking else contact.note


def _sent(card: VCard) -> SentCard:
    """N is what telephones edit; FN, which they put together from it, bears titles as well."""
    contact = card.contact
    found = next((p for p in card.properties if p.name == "N" and p.value.strip(";, \n")), None)
    if found is None:
        return SentCard(contact, contact.full_name, contact.titles_before, contact.degrees_after)
    parts = (*components(found.value, ";"), *[""] * 5)[:5]
    family, given, additional, prefix, suffix = (one_line(part) for part in parts)
    whole = joined_name(family, given, additional)
    if not whole or name_folded(whole) == name_folded(contact.full_name):
        whole = contact.full_name
    return SentCard(contact, whole, prefix, suffix)


def _names(served: SentCard, sent: SentCard) -> dict[str, str]:
    fields = {}
    for name in ("titles_before", "degrees_after"):
        if getattr(sent, name) != getattr(served, name):
            fields[name] = getattr(sent, name)
    if name_folded(sent.full_name) != name_folded(served.full_name) or (
        sent.full_name != served.full_name and sent.full_name == sent.contact.full_name
    ):
        fields["full_name"] = sent.full_name
    elif sent.full_name == served.full_name and _reworded(served, sent):
        fields["full_name"] = sent.contact.full_name
    return fields


def _reworded(served: SentCard, sent: SentCard) -> bool:
    """Only FN was changed, and not by putting titles around the name."""
    said = name_folded(sent.contact.full_name)
    whole = " ".join((sent.titles_before, sent.full_name, sent.degrees_after))
    return said not in {
        name_folded(served.contact.full_name),
        name_folded(sent.full_name),
        name_folded(whole),
    }


def _texts(before: Contact, after: Contact, marking: str) -> dict[str, str]:
    fields = {}
    for name in (*DELETABLE, *ONLY_CHANGED):
        was, now = getattr(before, name), getattr(after, name)
        if name == "note":
            was, now = note_of(before, marking), note_of(after, marking)
        if now != was and (now or name in DELETABLE):
            fields[name] = now
    if set(before.tags) != set(after.tags):
        fields["tags"] = ", ".join(after.tags)
    return fields


def _points(
    before: list[Point], after: list[Point]
) -> tuple[list[int], list[tuple[int, Point]], list[Point]]:
    """First what is the same, then the same value worded or labelled otherwise, then another value in the same place."""
    left, coming = dict(enumerate(before)), list(after)
    knows_preference = {point.kind for point in after if point.preferred}
    changed: list[tuple[int, Point]] = []
    for likeness in (_same, _same_value, _same_place):
        for point in list(coming):
            place = next((at for at, old in left.items() if likeness(old, point)), None)
            if place is None:
                continue
            old = left.pop(place)
            coming.remove(point)
            if point.kind not in knows_preference:
                point = Point(point.kind, point.value, point.label, old.preferred, point.parts)
            if not _same(old, point) or old.preferred != point.preferred:
                changed.append((place, point))
    return sorted(left), changed, coming


def _same(old: Point, new: Point) -> bool:
    return (old.kind, old.value, old.label, old.parts) == (new.kind, new.value, new.label, new.parts)


def _same_value(old: Point, new: Point) -> bool:
    return _family(old) == _family(new) and old.value == new.value


def _same_place(old: Point, new: Point) -> bool:
    return old.kind == new.kind and old.label == new.label


def _family(point: Point) -> str:
    return "number" if point.kind in {"phone", "mobile", "fax"} else point.kind


def _post(before: Contact, after: Contact) -> Post | None:
    """Telephones know one position, and no days."""
    was = (before.organisation, before.unit, before.title)
    now = (after.organisation, after.unit, after.title)
    return None if was == now else Post(*now)
