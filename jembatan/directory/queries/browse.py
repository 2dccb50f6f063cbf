"""The lists of the directory: filtered, in an order, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from jembatan.accounts.actor import Actor
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.directory.queries.marks import Page, page_by_name, page_by_recency
from jembatan.directory.queries.matching import organisations_matching, people_matching, resembling
from jembatan.directory.queries.narrowing import narrowed
from jembatan.directory.queries.positions import held_on, today_at, visible_positions
from jembatan.directory.queries.visible import of_desk, visible

PAGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What narrows a list. `kind` is for organisations only; `mine`: the actor is its lead or deputy (for people: of an
    organisation where they hold a post today). `removed` looks at those who are not in the directory any more. `chosen` are
    choices of `narrowing`, by name."""

    text: str = ""
    tag: str = ""
    kind: str = ""
    country: str = ""
    language: str = ""
    mine: bool = False
    removed: bool = False
    chosen: Mapping[str, str] = field(default_factory=dict)
    sort: Literal["name", "recent"] = "name"


def people_within(actor: Actor, filters: Filters) -> QuerySet[Person]:
    """The people that a filter leaves, in no order."""
    people = _narrow(actor, Person, filters)
    if filters.mine:
        held = Position.objects.filter(
            _is_mine(actor, "organisation__"), held_on(today_at(actor.desk)), person=OuterRef("pk")
        )
        people = people.filter(Exists(held))
    return people_matching(actor, people, filters.text)


def organisations_within(actor: Actor, filters: Filters) -> QuerySet[Organisation]:
    """The organisations that a filter leaves, in no order."""
    organisations = _narrow(actor, Organisation, filters)
    if filters.kind:
        organisations = organisations.filter(kind=filters.kind)
    if filters.mine:
        organisations = organisations.filter(_is_mine(actor))
    return organisations_matching(actor, organisations, filters.text)


def page_of_people(actor: Actor, filters: Filters, *, after: str = "") -> Page[Person]:
    """Thirty people with the posts they hold (`held`) and their e-mail addresses (`emails`).

    Where nobody matches the text, the page holds those who resemble it, and `is_guess` says so.
    """
    people = people_within(actor, filters).prefetch_related(*_of_people(actor))
    page = _page(people, filters, after=after, name_column="sort_key")
    if page.rows or after or not filters.text:
        return page
    others = _narrow(actor, Person, filters).prefetch_related(*_of_people(actor))
    return Page(resembling(others, filters.text, limit=PAGE), is_guess=True)


def page_of_organisations(actor: Actor, filters: Filters, *, after: str = "") -> Page[Organisation]:
    """Thirty organisations with their parent, counterpart and how many people hold a post there (`people`); `is_guess` as
    for people.
    """
    page = _page(_with_people(actor, organisations_within(actor, filters)), filters, after=after)
    if page.rows or after or not filters.text:
        return page
    others = _with_people(actor, _narrow(actor, Organisation, filters))
    return Page(resembling(others, filters.text, limit=PAGE), is_guess=True)


def _page[P: (Person, Organisation)](
    parties: QuerySet[P], filters: Filters, *, after: str, name_column: str = "name_folded"
) -> Page[P]:
    if filters.sort == "recent":
        return page_by_recency(parties, after=after, size=PAGE)
    is_few = bool(filters.text or filters.tag or filters.language or filters.chosen)
    return page_by_name(parties, column=name_column, after=after, size=PAGE, is_few=is_few)


def _narrow[P: Person | Organisation](actor: Actor, kind: type[P], filters: Filters) -> QuerySet[P]:
    parties = visible(actor, kind)
    if filters.removed:
        parties = of_desk(actor, kind).filter(removed_at__isnull=False)
    if filters.tag:
        parties = parties.filter(tags__contains=[filters.tag])
    if filters.country:
        parties = parties.filter(country=filters.country)
    if filters.language:
        parties = parties.filter(languages__contains=[filters.language])
    return narrowed(actor, parties, filters.chosen)


def _is_mine(actor: Actor, prefix: str = "") -> Q:
    if actor.user is None:
        return Q(pk__in=[])
    return Q(**{f"{prefix}counterpart__lead": actor.user}) | Q(**{f"{prefix}counterpart__deputy": actor.user})


def _of_people(actor: Actor) -> "tuple[Prefetch[Any], ...]":
    counterparts = ("organisation__counterpart__lead", "organisation__counterpart__deputy")
    held = visible_positions(actor).filter(held_on(today_at(actor.desk))).select_related(*counterparts)
    emails = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL).order_by("-preferred", "id")
    return (
        Prefetch("positions", held.order_by(F("since").desc(nulls_last=True), "id"), to_attr="held"),
        Prefetch("contact_points", emails, to_attr="emails"),
    )


def _with_people(actor: Actor, organisations: QuerySet[Organisation]) -> QuerySet[Organisation]:
    held = visible_positions(actor).filter(held_on(today_at(actor.desk)), organisation=OuterRef("pk"))
    people = held.order_by().values("organisation").values(count=Count("person", distinct=True))
    related = organisations.select_related("parent", "counterpart__lead", "counterpart__deputy")
    return related.annotate(people=Coalesce(Subquery(people), 0))
