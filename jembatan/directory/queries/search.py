"""What the search finds in the directory: people and organisations by name, address or number."""

from typing import Any, ClassVar

from django.db.models import F, Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.matching import (
    named_so,
    organisations_matching,
    people_found_otherwise,
    resembling,
)
from jembatan.directory.queries.positions import held_on, today_at, visible_positions
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import first_of

MANY = 300
RECENT = F("last_active_at").desc(nulls_last=True)
# A list of hits shows little of a party; its many other columns would cost more to read than the search itself.
SHOWN_OF_PERSON = ("full_name", "titles_before", "degrees_after", "marking", "last_active_at")
SHOWN_OF_POSITION = ("person", "title", "unit", "organisation__name")
SHOWN_OF_ORGANISATION = ("name", "kind", "marking", "last_active_at", "parent__name")


class PeopleSource:
    """People, with the post they hold today."""

    kind: ClassVar = "people"
    label: ClassVar = _("People")
    icon: ClassVar = "users-round"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """The recently active first; where the words begin very many names, of those alone, in the order of an index."""
        if not text.strip():
            return []
        named = named_so(visible_people(actor), text)
        ids = list(named.order_by().values_list("pk", flat=True)[: MANY + 1])
        if len(ids) > MANY:
            found = named_so(_people(actor), text).order_by(RECENT, "pk")
        elif ids := [*ids, *people_found_otherwise(actor, text, limit=MANY)]:
            found = _people(actor).filter(pk__in=ids).order_by(RECENT, "sort_key", "pk")
        else:
            return []
        return [_hit(person, "directory:person", _post(person)) for person in found[:limit]]

    def find_alike(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """Those whose names look like the text."""
        alike = resembling(_people(actor), text, limit=limit)
        return [_hit(person, "directory:person", _post(person)) for person in alike]


class OrganisationSource:
    """Organisations, with what they are part of."""

    kind: ClassVar = "organisations"
    label: ClassVar = _("Organisations")
    icon: ClassVar = "landmark"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """The recently active first."""
        if not text.strip():
            return []
        seen = _organisations(actor)
        found = organisations_matching(actor, seen, text)
        first = first_of(found, RECENT, "name_folded", "pk", limit=limit, read=seen)
        return [_hit(each, "directory:organisation", _place(each)) for each in first]

    def find_alike(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """What has a name that looks like the text."""
        alike = resembling(_organisations(actor), text, limit=limit)
        return [_hit(each, "directory:organisation", _place(each)) for each in alike]


def _people(actor: Actor) -> QuerySet[Person]:
    held = visible_positions(actor).filter(held_on(today_at(actor.desk)))
    held = held.select_related(None).select_related("organisation").only(*SHOWN_OF_POSITION)
    people = visible_people(actor).only(*SHOWN_OF_PERSON)
    return people.prefetch_related(Prefetch("positions", held, to_attr="held"))


def _organisations(actor: Actor) -> QuerySet[Organisation]:
    return visible_organisations(actor).select_related("parent").only(*SHOWN_OF_ORGANISATION)


def _hit(party: Person | Organisation, page: str, subtitle: str) -> Hit:
    title = party.formal_name if isinstance(party, Person) else party.name
    address = reverse(page, args=[party.pk])
    return Hit(title, subtitle, address, party.marking, party.last_active_at)


def _post(person: Any) -> str:
    return str(person.held[0]) if person.held else ""


def _place(organisation: Organisation) -> str:
    return " · ".join(str(part) for part in (organisation.get_kind_display(), organisation.parent) if part)
