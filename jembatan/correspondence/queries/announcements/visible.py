"""Announcements and lists of the desk: everybody of it sees them."""

from django.db.models import Count, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Announcement, ContactList
from jembatan.directory.models import Person
from jembatan.directory.queries.visible import visible_people


def announcements(actor: Actor) -> QuerySet[Announcement]:
    """The latest first, with how many receivers each has."""
    wanted = Count("receivers", filter=Q(receivers__left_out=""))
    related = Announcement.objects.filter(desk=actor.desk).select_related(
        "contacts", "saved_by", "from_address"
    )
    return related.annotate(count=wanted).order_by("-saved_at", "-pk")


def contact_lists(actor: Actor) -> QuerySet[ContactList]:
    """By name."""
    return ContactList.objects.filter(desk=actor.desk).order_by("name", "pk")


def people_on(actor: Actor, contacts: ContactList) -> QuerySet[Person]:
    """Whoever is on the list today: those named, and those whom its filter finds; by name, each once."""
    people = visible_people(actor)
    found = Q(pk__in=contacts.members.values("pk"))
    if contacts.filtered:
        found |= Q(pk__in=_found_in_directory(people, contacts).values("pk"))
    return people.filter(found).order_by("sort_key", "pk")


def _found_in_directory(people: QuerySet[Person], contacts: ContactList) -> QuerySet[Person]:
    """Any of the tags, and the country and language where the filter names them."""
    if contacts.tags:
        people = people.filter(tags__overlap=contacts.tags)
    if contacts.country:
        people = people.filter(country=contacts.country)
    if contacts.language:
        people = people.filter(languages__contains=[contacts.language])
    return people
