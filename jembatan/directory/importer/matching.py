"""Whom a contact is about: the people and organisations that the directory knows already, looked up in bulk."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from jembatan.accounts.models import Desk
from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.names import name_folded
from jembatan.directory.importer.comparing import comparable
from jembatan.directory.importer.draft import Draft, snapshot
from jembatan.directory.models import ContactPoint, Person, Position
from jembatan.directory.queries.card_uids import people_of, uid_of
from jembatan.directory.queries.likeness import SAME, person_likeness
from jembatan.platform.imports.models import Batch, Touched

NUMBERS = ("mobile", "phone")
GLOBAL_UID = 16
"""A uid of this length is unique in the world; a shorter one ("17") only together with a similar name."""


@dataclass(slots=True)
class Match:
    """The one person that a contact is about, or why there are several candidates for it."""

    draft: Draft | None = None
    doubt: str = ""


@dataclass(slots=True)
class People:
    """The people of one chunk, by everything that may identify them; people who are about to be made join in."""

    desk: Desk
    by_uid: dict[str, list[Draft]] = field(default_factory=lambda: defaultdict(list))
    by_point: dict[tuple[str, str], list[Draft]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[Draft]] = field(default_factory=lambda: defaultdict(list))

    def add(self, draft: Draft) -> None:
        """Make a person known by uid, addresses, numbers and name."""
        assert isinstance(draft.party, Person)
        for uid in {draft.party.external_uid, uid_of(draft.party, self.desk)} - {""}:
            _join(self.by_uid[uid], draft)
        for kind, normal in draft.reached:
            if kind == "email" or kind in NUMBERS:
                _join(self.by_point["email" if kind == "email" else "number", normal], draft)
        _join(self.by_name[name_folded(draft.party.full_name)], draft)

    def find(self, contact: Contact) -> Match:
        """By uid, then e-mail, then number with a similar name, then name with the same organisation."""
        by_uid = [
            d
            for d in self.by_uid.get(contact.uid, [])
            if len(contact.uid) >= GLOBAL_UID or _alike(d, contact)
        ]
        if contact.uid and len(by_uid) == 1:
            return Match(by_uid[0])
        for found in (
            self._by_points(contact, "email"),
            self._by_points(contact, "number"),
            self._by_work(contact),
        ):
            if len(found) == 1:
                return Match(found[0])
            if len(found) > 1:
                return Match(doubt="several")
        if not any(normal_points(contact, self.desk)) and self.by_name.get(name_folded(contact.full_name)):
            return Match(doubt="namesake")
        return Match()

    def _by_points(self, contact: Contact, kind: str) -> list[Draft]:
        found: list[Draft] = []
        for point_kind, normal in normal_points(contact, self.desk):
            if (point_kind == "email") == (kind == "email"):
                for draft in self.by_point.get((kind, normal), []):
                    if _alike(draft, contact):
                        _join(found, draft)
        return found

    def _by_work(self, contact: Contact) -> list[Draft]:
        if not contact.organisation:
            return []
        wanted = name_folded(contact.organisation)
        return [
            draft
            for draft in self.by_name.get(name_folded(contact.full_name), [])
            if any(
                wanted in {p.organisation.name_folded, name_folded(p.organisation.short_name)}
                for p in draft.positions + draft.new_positions
            )
        ]


def normal_points(contact: Contact, desk: Desk) -> Iterable[tuple[str, str]]:
    """Addresses and numbers to look up."""
    region = contact.country or desk.country
    for point in contact.points:
        if point.kind == "email" or point.kind in NUMBERS:
            normal = comparable(point.kind, point.value, region)
            if normal and (point.kind == "email" or len(normal) >= 6):
                yield point.kind, normal


def people_for(desk: Desk, batch: Batch, contacts: Iterable[Contact]) -> People:
    """Everyone at the desk whom one of these contacts might be about; a handful of queries for any number of contacts."""
    contacts = list(contacts)
    points = {normal for contact in contacts for _kind, normal in normal_points(contact, desk)}
    here = Person.objects.filter(desk=desk, removed_at__isnull=True)
    reached = ContactPoint.objects.filter(
        desk=desk, kind__in=("email", *NUMBERS), normal__among=points, person__isnull=False
    )
    uids = {contact.uid for contact in contacts if contact.uid}
    ids = {
        *reached.values_list("person_id", flat=True),
        *people_of(uids, desk),
        *here.filter(external_uid__among=uids).exclude(external_uid="").values_list("pk", flat=True),
        *here.filter(name_folded__among={name_folded(c.full_name) for c in contacts}).values_list(
            "pk", flat=True
        ),
    }
    candidates = here.filter(pk__among=ids)
    known = People(desk)
    for draft in drafts_of(list(candidates), batch):
        known.add(draft)
    return known


def drafts_of(people: list[Person], batch: Batch) -> list[Draft]:
    """These people with their contact points, positions, and how the last import left them."""
    drafts = {person.pk: Draft(person, before=snapshot(person)) for person in people}
    for person_id, kind, normal in ContactPoint.objects.filter(person_id__among=drafts).values_list(
        "person_id", "kind", "normal"
    ):
        drafts[person_id].reached.add((kind, normal))
    for position in (
        Position.objects.filter(person_id__among=drafts).select_related("organisation").order_by("id")
    ):
        drafts[position.person_id].positions.append(position)
    touched = Touched.objects.filter(
        model="directory.person", record_id__among=drafts, batch__desk=batch.desk
    )
    for touch in touched.exclude(batch__state=Batch.State.ROLLED_BACK).order_by("id"):
        drafts[touch.record_id].left = touch.after
        drafts[touch.record_id].fresh = touch.batch_id == batch.pk
    return list(drafts.values())


def _alike(draft: Draft, contact: Contact) -> bool:
    """One address may be shared by an office: the names decide, unless the contact's name is its address."""
    assert isinstance(draft.party, Person)
    if "@" in contact.full_name or "@" in draft.party.full_name:
        return True
    return person_likeness(draft.party.full_name, contact.full_name) >= SAME - 0.15


def _join(drafts: list[Draft], draft: Draft) -> None:
    if all(one is not draft for one in drafts):
        drafts.append(draft)
