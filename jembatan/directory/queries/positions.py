"""Who holds which post, and who held it before."""

from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person, Position
from jembatan.platform.prepared import Prepared

FORMER = 50
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
    return _visible(actor.desk.pk)


def _visible(desk: int) -> QuerySet[Position]:
    return (
        Position.objects.filter(
            desk=desk, person__removed_at__isnull=True, organisation__removed_at__isnull=True
        )
        .select_related("person", "organisation")
        .order_by(*LATEST_FIRST)
    )


_TODAY = Prepared(
    lambda desk, organisation, day: (
        _visible(desk).filter(held_on(day), organisation=organisation).order_by("person__sort_key", "id")
    ),
    *(-1, -2, date.min),
)
_FORMER = Prepared(
    lambda desk, organisation, day: _visible(desk).filter(~held_on(day), organisation=organisation)[:FORMER],
    *(-1, -2, date.min),
)


def positions_today(actor: Actor, organisation: Organisation) -> list[Position]:
    """Who holds a post at the organisation today, in the order of the people's names."""
    return _TODAY.rows(actor.desk.pk, organisation.pk, today_at(actor.desk))


def former_positions(actor: Actor, organisation: Organisation) -> list[Position]:
    """Posts at the organisation that are over or have not begun, the latest first; fifty at most."""
    return _FORMER.rows(actor.desk.pk, organisation.pk, today_at(actor.desk))


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
