"""Parties as contacts, for files: one streaming query for any number of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.formats.card_uid import card_uid
from jembatan.directory.formats.contact import Contact, Point, Post, Relation
from jembatan.directory.formats.vcard.relating import INVERSE
from jembatan.directory.models import ContactPoint, Organisation, Person, Position, Relationship
from jembatan.directory.queries.card_uids import uid_of
from jembatan.directory.queries.contact_points import IN_ORDER_OF_KINDS
from jembatan.directory.queries.positions import held_on, today_at
from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.store import open_stored
from jembatan.platform.markings import Marking, highest

CHUNK = 500
SAME_IN_BOTH = ("native_name", "birthday", "country", "time_zone", "note", "languages", "tags", "extra")
ONLY_PEOPLE = (
    "full_name",
    "titles_before",
    "degrees_after",
    "form_of_address",
    "call_name",
    "romanised_name",
    "sort_as",
)


def marking_of(parties: QuerySet[Any], *, related: bool = False) -> Marking:
    """The highest among them, which the whole file bears; of people also those whom their cards name as `related`."""
    markings = parties.order_by().values_list("marking", flat=True)
    if related:
        markings = markings.union(_named_on_cards_of(parties).values_list("marking", flat=True))
        return highest(markings)
    return highest(markings.distinct())


def people_as_contacts(
    actor: Actor, people: QuerySet[Person], *, photos: bool = False
) -> Iterator[tuple[Contact, str]]:
    """In the order of their names, each with its marking, the posts held today and whom it is related to.

    `photos` reads each picture from its file, for a format that holds them.
    """
    for person in contact_rows(people, today_at(actor.desk)).iterator(chunk_size=CHUNK):
        contact = contact_of(actor.desk, person)
        if photos and person.photo:
            contact.photo = content_of(person.photo)
        yield contact, person.marking


def contact_rows(people: QuerySet[Person], day: date, *, relations: bool = True) -> QuerySet[Person]:
    """What `contact_of` needs to know of each, in the order of their names; the posts are those held on that day."""
    posts = (
        _held(day)
        .filter(person=OuterRef("pk"))
        .values(
            post=JSONObject(
                organisation="organisation__name", unit="unit", title="title", since="since", until="until"
            )
        )
    )
    rows = people.annotate(posts=ArraySubquery(posts), points=_points("person"))
    if relations:
        rows = rows.annotate(
            ties=_ties("person", "other", _of_itself(True)),
            ties_of_others=_ties("other", "person", _of_itself(False)),
        )
    return rows.select_related("photo").order_by("sort_key", "pk")


def first_post(actor: Actor, person: Person) -> Position | None:
    """The one that a card names first."""
    return _held(today_at(actor.desk)).filter(person=person).select_related("organisation").first()


def _held(day: date) -> QuerySet[Position]:
    held = Position.objects.filter(held_on(day), organisation__removed_at__isnull=True)
    return held.order_by(F("since").desc(nulls_last=True), "id")


def organisations_as_contacts(
    actor: Actor, organisations: QuerySet[Organisation]
) -> Iterator[tuple[Contact, str]]:
    """In the order of their names, each with its marking."""
    for organisation in organisation_rows(organisations).iterator(chunk_size=CHUNK):
        yield organisation_as_contact(actor.desk, organisation), organisation.marking


def organisation_rows(organisations: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """What `organisation_as_contact` needs to know of each, in the order of their names."""
    return organisations.annotate(points=_points("organisation")).order_by("name_folded", "pk")


def content_of(photo: StoredFile) -> bytes:
    """The bytes of a picture."""
    with open_stored(photo) as file:
        return file.read()


def _of_itself(is_subject: bool) -> Q:
    """Each relationship stands on one card: "my manager" on that of who reports, "my assistant" on that of who is assisted."""
    return ~Q(kind__in=INVERSE) if is_subject else Q(kind__in=INVERSE)


def _ties(this: str, that: str, which: Q) -> ArraySubquery:
    ties = Relationship.objects.filter(which, **{this: OuterRef("pk"), f"{that}__removed_at__isnull": True})
    fields = JSONObject(kind="kind", name=f"{that}__full_name", pk=f"{that}_id", uid=f"{that}__external_uid")
    return ArraySubquery(ties.order_by("id").values(tie=fields))


def _named_on_cards_of(people: QuerySet[Person]) -> QuerySet[Person]:
    chosen = people.order_by().values("pk")
    ties = Relationship.objects.filter(_of_itself(True), person__in=chosen)
    ties_of_others = Relationship.objects.filter(_of_itself(False), other__in=chosen)
    return Person.objects.filter(
        Q(pk__in=ties.values("other")) | Q(pk__in=ties_of_others.values("person")), removed_at__isnull=True
    )


def _points(owner: str) -> ArraySubquery:
    points = ContactPoint.objects.filter(**{owner: OuterRef("pk")}).order_by(
        IN_ORDER_OF_KINDS, "-preferred", "id"
    )
    fields = JSONObject(kind="kind", value="value", label="label", preferred="preferred", parts="parts")
    return ArraySubquery(points.values(point=fields))


def contact_of(desk: Desk, person: Any) -> Contact:
    """A person of `contact_rows`, without the picture."""
    contact = Contact(**_shared(desk, person), **{name: getattr(person, name) for name in ONLY_PEOPLE})
    posts = [Post(**{name: value or "" for name, value in post.items()}) for post in person.posts]
    if posts:
        first, *contact.further = posts
        for name in ("organisation", "unit", "title", "since", "until"):
            setattr(contact, name, getattr(first, name))
    contact.relations = [
        Relation(
            tie["kind"],
            tie["name"],
            inverse=tie["kind"] in INVERSE,
            uid=tie["uid"] or card_uid("person", tie["pk"], desk=desk.slug),
        )
        for tie in (*getattr(person, "ties", ()), *getattr(person, "ties_of_others", ()))
    ]
    return contact


def organisation_as_contact(desk: Desk, organisation: Any) -> Contact:
    """An organisation of `organisation_rows`."""
    return Contact(
        **_shared(desk, organisation),
        full_name=organisation.name,
        call_name=organisation.short_name,
        organisation=organisation.name,
        is_organisation=True,
    )


def _shared(desk: Desk, party: Any) -> dict[str, Any]:
    uid = party.external_uid or uid_of(party, desk)
    points = [Point(**{**point, "parts": tuple(point["parts"])}) for point in party.points]
    same = {name: getattr(party, name) for name in SAME_IN_BOTH if hasattr(party, name)}
    return {**same, "extra": [list(pair) for pair in party.extra], "uid": uid, "points": points}
