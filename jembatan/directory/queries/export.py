"""Parties as contacts, for files: one streaming query for any number of them."""

from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.contact import Contact, Point
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
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


def marking_of(parties: QuerySet[Any]) -> Marking:
    """The highest among them, which the whole file bears."""
    return highest(parties.order_by().values_list("marking", flat=True).distinct())


def people_as_contacts(
    actor: Actor, people: QuerySet[Person], *, photos: bool = False
) -> Iterator[tuple[Contact, str]]:
    """In the order of their names, each with its marking and the post held today (further posts among the extras).

    `photos` reads each picture from its file, for a format that holds them.
    """
    posts = (
        Position.objects.filter(held_on(today_at(actor.desk)), person=OuterRef("pk"))
        .filter(organisation__removed_at__isnull=True)
        .order_by(F("since").desc(nulls_last=True), "id")
        .values(post=JSONObject(organisation="organisation__name", unit="unit", title="title"))
    )
    rows = people.annotate(posts=ArraySubquery(posts), points=_points("person"))
    for person in rows.select_related("photo").order_by("sort_key", "pk").iterator(chunk_size=CHUNK):
        contact = _person(actor, person)
        if photos and person.photo:
            contact.photo = _content(person.photo)
        yield contact, person.marking


def organisations_as_contacts(
    actor: Actor, organisations: QuerySet[Organisation]
) -> Iterator[tuple[Contact, str]]:
    """In the order of their names, each with its marking."""
    rows = organisations.annotate(points=_points("organisation"))
    for organisation in rows.order_by("name_folded", "pk").iterator(chunk_size=CHUNK):
        yield _organisation(actor, organisation), organisation.marking


def _content(photo: StoredFile) -> bytes:
    with open_stored(photo) as file:
        return file.read()


def _points(owner: str) -> ArraySubquery:
    points = ContactPoint.objects.filter(**{owner: OuterRef("pk")}).order_by(
        IN_ORDER_OF_KINDS, "-preferred", "id"
    )
    fields = JSONObject(kind="kind", value="value", label="label", preferred="preferred", parts="parts")
    return ArraySubquery(points.values(point=fields))


def _person(actor: Actor, person: Any) -> Contact:
    contact = Contact(**_shared(actor, person), **{name: getattr(person, name) for name in ONLY_PEOPLE})
    if person.posts:
        first, *others = person.posts
        contact.organisation, contact.unit, contact.title = (
            first["organisation"],
            first["unit"],
            first["title"],
        )
        contact.extra += [
            ["X-FURTHER-POSITION", ", ".join(filter(None, (post["title"], post["organisation"])))]
            for post in others
        ]
    return contact


def _organisation(actor: Actor, organisation: Any) -> Contact:
    return Contact(
        **_shared(actor, organisation),
        full_name=organisation.name,
        call_name=organisation.short_name,
        organisation=organisation.name,
        is_organisation=True,
    )


def _shared(actor: Actor, party: Any) -> dict[str, Any]:
    uid = party.external_uid or f"{party._meta.model_name}-{party.pk}@{actor.desk.slug}.jembatan"
    points = [Point(**{**point, "parts": tuple(point["parts"])}) for point in party.points]
    same = {name: getattr(party, name) for name in SAME_IN_BOTH if hasattr(party, name)}
    return {**same, "extra": [list(pair) for pair in party.extra], "uid": uid, "points": points}
