"""Bringing what a contact says into a party: empty fields are filled, lists grow, and what people wrote stays."""

from jembatan.accounts.models import Desk
from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.names import fold
from jembatan.directory.importer.comparing import comparable
from jembatan.directory.importer.draft import Draft, NewPoint, snapshot
from jembatan.directory.models import Organisation, Person, Position
from jembatan.platform.markings import highest

SHORT_NAME = 80
TEXTS = ("native_name", "country", "time_zone", "note")
PERSON_TEXTS = (
    "titles_before",
    "degrees_after",
    "form_of_address",
    "call_name",
    "romanised_name",
    "sort_as",
    "birthday",
)
# A name or a note of another address book does not replace ours; a newer version of the same card does.
ONLY_SAME_CARD = {"full_name", "name", "note"}
LABELS = {"full_name": "FN", "name": "FN", "note": "NOTE"}


def merge(draft: Draft, contact: Contact, *, desk: Desk, photo_id: int | None) -> bool:
    """True if the party, its contact points or its positions changed."""
    before = snapshot(draft.party)
    points_before = len(draft.new_points)
    _merge_texts(draft, contact)
    _merge_lists(draft, contact)
    _merge_marking(draft, contact)
    if (
        photo_id
        and isinstance(draft.party, Person)
        and (
            draft.party.photo_id is None
            or (draft.party.photo_id != photo_id and draft.may_replace("photo_id"))
        )
    ):
        draft.party.photo_id = photo_id
    _merge_points(draft, contact, desk)
    return before != snapshot(draft.party) or len(draft.new_points) > points_before


def merge_position(
    draft: Draft, contact: Contact, organisation: Organisation, *, desk: Desk, batch_id: int
) -> bool:
    """The person's position there, made or brought up to date; True if anything changed."""
    title, unit = contact.title, contact.unit
    here = [p for p in draft.positions + draft.new_positions if p.organisation == organisation]
    if any(_same(p.title, title) and _same(p.unit, unit) for p in here) or (here and not title and not unit):
        return False
    replaceable = [p for p in here if _may_fill(draft, p, title, unit)]
    if replaceable:
        position = replaceable[0]
        if position.pk is not None:
            draft.changed_positions.setdefault(position.pk, snapshot(position))
        position.title, position.unit = title or position.title, unit or position.unit
        return True
    assert isinstance(draft.party, Person), "organisations hold no positions"
    draft.new_positions.append(
        Position(
            desk=desk,
            person=draft.party,
            organisation=organisation,
            title=title,
            unit=unit,
            import_batch=batch_id,
        )
    )
    return True


def _may_fill(draft: Draft, position: Position, title: str, unit: str) -> bool:
    """An open position that an import left and people did not touch takes the newer title; any takes what it lacks."""
    if position.until is not None or position.version > 1:
        return False
    lacks = (not position.title or _same(position.title, title)) and (
        not position.unit or _same(position.unit, unit)
    )
    return lacks or (position.import_batch is not None and not draft.fresh)


def _merge_texts(draft: Draft, contact: Contact) -> None:
    party = draft.party
    is_same_card = bool(contact.uid) and contact.uid == party.external_uid
    said = {name: getattr(contact, name) for name in TEXTS}
    if isinstance(party, Person):
        said |= {name: getattr(contact, name) for name in ("full_name", *PERSON_TEXTS)}
    else:
        said |= {"name": contact.full_name, "short_name": contact.call_name[:SHORT_NAME]}
    for name, value in said.items():
        present = getattr(party, name)
        if not value or value == present:
            continue
        if not present or (draft.may_replace(name) and (is_same_card or name not in ONLY_SAME_CARD)):
            setattr(party, name, value)
        elif not (name in {"full_name", "name"} and fold(value) == fold(present)):
            _keep(party, LABELS.get(name, name), value)
    party.external_uid = party.external_uid or contact.uid


def _merge_lists(draft: Draft, contact: Contact) -> None:
    party = draft.party
    party.tags = list(dict.fromkeys([*party.tags, *contact.tags]))
    party.languages = list(dict.fromkeys([*party.languages, *contact.languages]))
    replaceable = draft.may_replace("extra")
    for name, value in contact.extra:
        same_name = [pair for pair in party.extra if pair[0] == name]
        if replaceable and len(same_name) == 1 and sum(pair[0] == name for pair in contact.extra) == 1:
            party.extra = [[name, value] if pair[0] == name else pair for pair in party.extra]
        else:
            _keep(party, name, value)


def _merge_marking(draft: Draft, contact: Contact) -> None:
    """A card of ours says its marking. What is new bears it; what is known is never lowered by a file."""
    if contact.marking:
        present = [] if draft.is_new else [draft.party.marking]
        draft.party.marking = highest([*present, contact.marking])


def _keep(party: Person | Organisation, name: str, value: str) -> None:
    if [name, value] not in party.extra:
        party.extra = [*party.extra, [name, value]]


def _merge_points(draft: Draft, contact: Contact, desk: Desk) -> None:
    region = contact.country or desk.country
    for point in contact.points:
        normal = comparable(point.kind, point.value, region)
        if draft.reaches(point.kind, normal) or draft.was_imported(point.kind, normal):
            continue
        draft.reached.add((point.kind, normal))
        draft.new_points.append(
            NewPoint(point.kind, point.value, normal, list(point.parts), point.label, point.preferred)
        )


def _same(a: str, b: str) -> bool:
    return fold(a) == fold(b)
