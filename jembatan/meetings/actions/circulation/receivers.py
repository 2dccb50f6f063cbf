"""Who may be asked to agree: participants of the other side, and why one of them may not."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.meetings.actions.invitations.post import post
from jembatan.meetings.models import Attendance, Minutes
from jembatan.platform.markings import Marking, highest

AT_MOST = Marking.AMBER


@dataclass(frozen=True, slots=True)
class Receiver:
    """A guest and where mail reaches them; `why_not` says in a sentence why the minutes cannot go there."""

    guest: Attendance
    email: str
    why_not: str = ""

    @property
    def party(self) -> Person | Organisation | None:
        """Whom the directory knows."""
        return self.guest.person or self.guest.organisation


def receivers_of(actor: Actor, minutes: Minutes) -> list[Receiver]:
    """Every guest of the other side, each address once; four queries."""
    guests = list(
        minutes.meeting.attendances.filter(ours=False)
        .select_related("person", "organisation")
        .order_by("-organiser", "pk")
    )
    emails = _emails(actor, guests)
    bodies = [guest.organisation_id for guest in guests if guest.organisation_id]
    limits = post().limits(actor, bodies)
    found: dict[str, Receiver] = {}
    for guest in guests:
        email = emails[guest.pk]
        refusal = _why_not(
            guest, email, Marking(minutes.meeting.marking), limits.get(guest.organisation_id or 0)
        )
        found.setdefault(email or f"#{guest.pk}", Receiver(guest, email, refusal))
    return list(found.values())


def spoken_with(actor: Actor, party: Person | Organisation | None) -> str:
    """The language in which the party is written to: theirs as far as the house speaks it, else the desk's."""
    spoken = dict(settings.LANGUAGES)
    languages = party.languages if party else []
    return next((each[:2] for each in languages if each[:2] in spoken), actor.desk.language)


def _emails(actor: Actor, guests: list[Attendance]) -> dict[int, str]:
    """By guest: the address that they were asked by, else the preferred one of the directory."""
    points = ContactPoint.objects.filter(desk=actor.desk, kind=ContactPoint.Kind.EMAIL)
    people = [guest.person_id for guest in guests if guest.person_id]
    bodies = [guest.organisation_id for guest in guests if guest.organisation_id and not guest.person_id]
    known = points.filter(person__in=people) | points.filter(organisation__in=bodies)
    by_person: dict[int | None, str] = {}
    by_body: dict[int | None, str] = {}
    rows = known.order_by("preferred", "-pk").values_list("person_id", "organisation_id", "normal")
    for person, organisation, email in rows:
        if person is not None:
            by_person[person] = email
        else:
            by_body[organisation] = email
    found = {}
    for guest in guests:
        own = (
            by_person.get(guest.person_id, "") if guest.person_id else by_body.get(guest.organisation_id, "")
        )
        found[guest.pk] = (guest.email or own).lower()
    return found


def _why_not(guest: Attendance, email: str, marking: Marking, limit: Marking | None) -> str:
    if not email:
        return _("%(name)s has no e-mail address.") % {"name": guest}
    allowed = limit or AT_MOST
    if highest([allowed, marking]) != allowed:
        return _("What is marked %(marking)s may not go to %(name)s.") % {"marking": marking, "name": guest}
    return ""
