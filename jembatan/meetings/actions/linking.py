"""Guests and the parties they are: by address, else by a name that only one party of the directory has."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from jembatan.accounts.models import Desk
from jembatan.accounts.queries.ourselves import Ourselves, ourselves
from jembatan.directory.actions.derived import derive
from jembatan.directory.formats.names import name_folded
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.meetings.actions.draft import Guest
from jembatan.meetings.models import Attendance, Meeting
from jembatan.platform.imports.copy_rows import copy_rows

NAME_LENGTH = 300


@dataclass(slots=True)
class Links:
    """Whom guests may be, looked up for many meetings at once. `made` are organisations that a log was the first to name."""

    us: Ourselves
    by_email: dict[str, tuple[int | None, int | None]]
    people: dict[str, Person | None]
    bodies: dict[str, Organisation | None]
    person_by_id: dict[int, Person]
    body_by_id: dict[int, Organisation]
    made: list[Organisation] = field(default_factory=list)

    def attendance(self, meeting: Meeting, guest: Guest) -> Attendance:
        """The guest's row, linked as far as the directory knows."""
        person_id, body_id = self.by_email.get(guest.email, (None, None))
        if person_id is None and guest.name and not guest.ours:
            person = self.people.get(name_folded(guest.name))
            person_id = person.pk if person else None
        if body_id is None and (guest.body or guest.name):
            body = self.bodies.get(name_folded(guest.body or guest.name))
            body_id = body.pk if body and not guest.ours else None
        return Attendance(
            meeting=meeting,
            name=guest.name or guest.body,
            email=guest.email,
            person_id=person_id,
            organisation_id=body_id,
            ours=guest.ours or guest.email in self.us,
            organiser=guest.organiser,
            optional=guest.optional,
            status=guest.status,
        )

    def parties(self, attendances: Iterable[Attendance]) -> list[Person | Organisation]:
        """The people and organisations outside that take part, each once."""
        found: dict[Person | Organisation, None] = {}
        for attendance in attendances:
            if not attendance.ours and attendance.person_id in self.person_by_id:
                found[self.person_by_id[attendance.person_id]] = None
            if not attendance.ours and attendance.organisation_id in self.body_by_id:
                found[self.body_by_id[attendance.organisation_id]] = None
        return list(found)


def look_up(
    desk: Desk, guests: Collection[Guest], *, making: Collection[str] = (), batch_id: int | None = None
) -> Links:
    """Links for these guests, in a constant number of queries. Names in `making` that no party has become organisations."""
    emails = {guest.email for guest in guests if guest.email}
    by_email = {email: (p[0], p[1]) for email, p in parties_by_email(desk, emails).items()} if emails else {}
    names = {name_folded(name) for guest in guests for name in (guest.name, guest.body) if name}
    people = _people(desk, names)
    bodies = _bodies(desk, names | {name_folded(name) for name in making})
    made = _make_organisations(desk, making, bodies, people, batch_id=batch_id)
    person_by_id = {p.pk: p for p in people.values() if p}
    person_by_id |= Person.objects.in_bulk([p for p, _b in by_email.values() if p and p not in person_by_id])
    body_by_id = {b.pk: b for b in bodies.values() if b}
    body_by_id |= Organisation.objects.in_bulk(
        [b for _p, b in by_email.values() if b and b not in body_by_id]
    )
    return Links(ourselves(desk), by_email, people, bodies, person_by_id, body_by_id, made)


def _people(desk: Desk, names: Collection[str]) -> dict[str, Person | None]:
    """By folded name; None for a name that several people have."""
    found: dict[str, Person | None] = {}
    rows = Person.objects.filter(desk=desk, removed_at__isnull=True, name_folded__in=names)
    for person in rows.only("id", "full_name", "name_folded").order_by("id"):
        found[person.name_folded] = None if person.name_folded in found else person
    return found


def _bodies(desk: Desk, names: Collection[str]) -> dict[str, Organisation | None]:
    """By folded name; of several with one name the oldest, so that the next import finds the same."""
    found: dict[str, Organisation | None] = {}
    rows = Organisation.objects.filter(desk=desk, removed_at__isnull=True, name_folded__in=names)
    for body in rows.only("id", "name", "name_folded").order_by("id"):
        found.setdefault(body.name_folded, body)
    return found


def _make_organisations(
    desk: Desk,
    names: Collection[str],
    bodies: dict[str, Organisation | None],
    people: dict[str, Person | None],
    *,
    batch_id: int | None,
) -> list[Organisation]:
    """A log is a statement about whom we met, so whom it names exists; a name that is a known person's stays that."""
    new: dict[str, Organisation] = {}
    for name in names:
        folded = name_folded(name)
        if folded and folded not in bodies and folded not in people and folded not in new:
            new[folded] = Organisation(desk=desk, name=name[:NAME_LENGTH], import_batch=batch_id)
            derive(new[folded])
    made = list(new.values())
    copy_rows(made)
    bodies.update(new)
    return made
