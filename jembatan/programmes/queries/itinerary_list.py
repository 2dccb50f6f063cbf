"""What happens at a programme on a day: how delegations arrive, move and leave, and what they do."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from jembatan.platform.paging import Page, ahead, mark_at
from jembatan.platform.record_numbers import record_number
from jembatan.programmes.models import ItineraryItem, Movement, Programme
from jembatan.programmes.queries.programme_days import end_of
from jembatan.programmes.queries.thread import Done, Moved, moved

PAGE = 100
MOVEMENTS_SHOWN = 200
MET = ("delegation", "origin", "destination")


@dataclass(frozen=True, slots=True)
class ItineraryFilter:
    """A day (None: all of them), and a delegation with what is for everybody."""

    day: date | None
    delegation: int | None

    @classmethod
    def read(cls, programme: Programme, day: str, delegation: str) -> "ItineraryFilter":
        """Where no day is said: today, while the programme lasts."""
        today = timezone.now().astimezone(ZoneInfo(programme.zone)).date()
        said: date | None = today if programme.first_day <= today <= programme.last_day else None
        if day:
            try:
                said = date.fromisoformat(day)
                _span(programme, said)
            except (ValueError, OverflowError):
                said = None
        return cls(said, record_number(delegation))


def items_of(programme: Programme, narrowed: ItineraryFilter, *, after: str = "") -> Page[Done]:
    """In time order, behind the mark."""
    items = ItineraryItem.objects.filter(ahead(after, column="starts_at"), programme=programme)
    if narrowed.day:
        begins, ends = _span(programme, narrowed.day)
        items = items.filter(starts_at__lt=ends, ends_at__gt=begins)
    if narrowed.delegation:
        items = items.filter(Q(delegation=narrowed.delegation) | Q(delegation=None))
    found = list(items.select_related("delegation", "place").order_by("starts_at", "pk")[: PAGE + 1])
    rows = found[:PAGE]
    mark = mark_at(rows[-1].starts_at, rows[-1].pk) if len(found) > PAGE else ""
    return Page([Done(each, each.starts_at, programme.zone) for each in rows], mark)


def movements_of(programme: Programme, narrowed: ItineraryFilter) -> list[Moved]:
    """Those of the day, by when they are met or leave; none where no day is chosen."""
    if narrowed.day is None:
        return []
    begins, ends = _span(programme, narrowed.day)
    meets = Q(kind=Movement.Kind.ARRIVAL, ends_at__gte=begins, ends_at__lt=ends)
    leaves = ~Q(kind=Movement.Kind.ARRIVAL) & Q(starts_at__gte=begins, starts_at__lt=ends)
    movements = Movement.objects.filter(meets | leaves, delegation__programme=programme)
    if narrowed.delegation:
        movements = movements.filter(delegation=narrowed.delegation)
    rows = [moved(each) for each in movements.select_related(*MET).prefetch_related("changes")]
    return sorted(rows, key=lambda row: (row.at, row.movement.pk))[:MOVEMENTS_SHOWN]


def _span(programme: Programme, day: date) -> tuple[datetime, datetime]:
    return datetime.combine(day, time(), ZoneInfo(programme.zone)), end_of(programme, day)
