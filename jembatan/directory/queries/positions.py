"""Who holds which post, and who held it before."""

from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person, Position

LATEST_FIRST = (F("until").desc(nulls_first=True), F("since").desc(nulls_last=True), "id")


def today_at(desk: Desk) -> date:
    """The date at the desk, which decides who holds a post; the reader may sit in another zone."""
    return timezone.localdate(timezone=ZoneInfo(desk.time_zone))


def held_on(day: date) -> Q:
    """A condition on positions: begun by that day (or nobody knows when), and not ended before it."""
    begun = Q(since__isnull=True) | Q(since__lte=day)
    return begun & (Q(until__isnull=True) | Q(until__gte=day))


def is_held_on(position: Position, day: date) -> bool:
    """`held_on` for a position at hand."""
    begun = position.since is None or position.since <= day
    return begun and (position.until is None or position.until >= day)


def visible_positions(actor: Actor) -> QuerySet[Position]:
    """Positions between a person and an organisation that are both in the directory, the latest first."""
    return (
        Position.objects.filter(
            desk=actor.desk, person__removed_at__isnull=True, organisation__removed_at__isnull=True
        )
        .select_related("person", "organisation")
        .order_by(*LATEST_FIRST)
    )


def positions_today(actor: Actor, organisation: Organisation) -> QuerySet[Position]:
    """Who holds a post at the organisation today, in the order of the people's names."""
    held = visible_positions(actor).filter(held_on(today_at(actor.desk)), organisation=organisation)
    return held.order_by("person__sort_key", "id")


def former_positions(actor: Actor, organisation: Organisation) -> QuerySet[Position]:
    """Posts at the organisation that are over or have not begun, the latest first."""
    return visible_positions(actor).filter(~held_on(today_at(actor.desk)), organisation=organisation)


def positions_of(actor: Actor, person: Person) -> QuerySet[Position]:
    """Every position of the person, open ones first, then the latest first; none of a person who was removed."""
    if person.removed_at is not None:
        return Position.objects.none()
    held = person.positions.filter(desk=actor.desk, organisation__removed_at__isnull=True)
    return held.select_related("organisation").order_by(*LATEST_FIRST)


def employer_of(person: Person) -> Organisation | None:
    """The organisation of the post that they hold, the latest of several."""
    position = (
        person.positions.filter(until__isnull=True, organisation__removed_at__isnull=True)
        .select_related("organisation")
        .order_by("-since", "id")
        .first()
    )
    return position.organisation if position else None
