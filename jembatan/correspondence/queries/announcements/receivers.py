"""Whom an announcement would go to today, in which language, and who is left out and why; the same few queries for any number."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from django.conf import settings

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.receivers import NotAReceiver, sendable
from jembatan.correspondence.models import Announcement, AnnouncementReceiver, Consent, MarkingLimit
from jembatan.correspondence.queries.announcements.consents import consents_of
from jembatan.correspondence.queries.announcements.visible import people_on
from jembatan.correspondence.queries.bounces import bounced_among
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries.positions import held_on, today_at, visible_positions
from jembatan.platform.markings import Marking, highest

LeftOut = AnnouncementReceiver.LeftOut
OPEN_TO_ALL = (Marking.CLEAR, Marking.GREEN)
OTHERS_READ = "en"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody of the list; `left_out` is "" for whoever gets the mail."""

    person: Person
    organisation: Organisation | None
    email: str
    language: str
    left_out: str


@dataclass(frozen=True, slots=True)
class _Known:
    emails: dict[int, str]
    posts: dict[int, Organisation]
    consents: dict[int, Consent]
    bounced: set[str]
    limits: dict[int, Marking]

    @classmethod
    def of(cls, actor: Actor, people: Collection[int]) -> Self:
        emails = _emails(people)
        posts = posts_of(actor, people)
        limits = MarkingLimit.objects.filter(desk=actor.desk, organisation__in=posts.values())
        return cls(
            emails,
            posts,
            consents_of(actor.desk, people),
            bounced_among(actor, list(emails.values())),
            {limit.organisation_id: Marking(limit.highest) for limit in limits},
        )


def choose(actor: Actor, announcement: Announcement) -> list[Chosen]:
    """Everybody on the list, in its order; of two with one address the first gets the mail."""
    people = list(people_on(actor, announcement.contacts))
    known = _Known.of(actor, [person.pk for person in people])
    chosen: list[Chosen] = []
    taken: set[str] = set()
    for person in people:
        each = _chosen(announcement, person, known, taken)
        chosen.append(each)
        if not each.left_out:
            taken.add(each.email)
    return chosen


def _chosen(announcement: Announcement, person: Person, known: _Known, taken: set[str]) -> Chosen:
    organisation, email = known.posts.get(person.pk), known.emails.get(person.pk, "")
    language = _language(announcement, person, organisation)
    consent = known.consents.get(person.pk)
    reasons = {
        LeftOut.DECLINED: consent is not None and not consent.wishes,
        LeftOut.NO_CONSENT: consent is None,
        LeftOut.NO_ADDRESS: not email,
        LeftOut.BOUNCED: email in known.bounced,
        LeftOut.MARKING: not _may_get(announcement, organisation, known),
        LeftOut.LANGUAGE: not language,
        LeftOut.SHARED: email in taken,
    }
    left_out = next((reason.value for reason, holds in reasons.items() if holds), "")
    return Chosen(person, organisation, email, language, left_out)


def _language(announcement: Announcement, person: Person, organisation: Organisation | None) -> str:
    """The first that the person reads, else the house does, else the desk's; English for those who read none of ours."""
    wanted = (
        person.languages or (organisation.languages if organisation else []) or [announcement.desk.language]
    )
    ours = dict(settings.LANGUAGES)
    asked = [language for language in wanted if language in ours] or [OTHERS_READ]
    return next((language for language in asked if announcement.texts.get(language)), "")


def _may_get(announcement: Announcement, organisation: Organisation | None, known: _Known) -> bool:
    """What the desk has settled about their house; without that, only what is open to all."""
    marking = Marking(announcement.marking)
    limit = known.limits.get(organisation.pk) if organisation else None
    return highest([limit, marking]) == limit if limit else marking in OPEN_TO_ALL


def _emails(people: Collection[int]) -> dict[int, str]:
    points = ContactPoint.objects.filter(person__in=people, kind=ContactPoint.Kind.EMAIL)
    found: dict[int, str] = {}
    for person_id, email in points.order_by("-preferred", "id").values_list("person_id", "normal"):
        if person_id is not None and _is_sendable(email):
            found.setdefault(person_id, email)
    return found


def _is_sendable(email: str) -> bool:
    try:
        sendable(email)
    except NotAReceiver:
        return False
    return True


def posts_of(actor: Actor, people: Collection[int]) -> dict[int, Organisation]:
    """The house in which each of them holds a post today, by the person's id; one query."""
    found: dict[int, Organisation] = {}
    for position in visible_positions(actor).filter(held_on(today_at(actor.desk)), person__in=people):
        found.setdefault(position.person_id, position.organisation)
    return found
