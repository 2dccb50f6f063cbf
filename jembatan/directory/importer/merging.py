"""Bringing what a contact says into a party: empty fields are filled, lists grow, and what people wrote stays."""

from jembatan.accounts.models import Desk
from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.names import fold
from jembatan.directory.importer.comparing import comparable
from jembatan.directory.importer.draft import Draft, NewPoint, snapshot
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.card_uids import uid_of
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
    """True if the party or its contact points changed."""
    before = snapshot(draft.party)
    points_before = len(draft.new_points)
    _merge_texts(draft, contact, is_ours=contact.uid == uid_of(draft.party, desk))
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


def _merge_texts(draft: Draft, contact: Contact, *, is_ours: bool) -> None:
    """`is_ours`: the card left this desk with the record's own number for a uid."""
    party = draft.party
    is_same_card = is_ours or (bool(contact.uid) and contact.uid == party.external_uid)
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
    if not is_ours:
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
