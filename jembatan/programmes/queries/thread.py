"""What happens with a delegation, as one thread of days: its movements, and what it does."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Q

from jembatan.programmes.models import Delegation, ItineraryItem, Movement
from jembatan.programmes.queries.local_times import times_there
from jembatan.programmes.queries.movement_words import change_told

SHARED_SHOWN = 5
ICONS = {"flight": "plane", "train": "train-front", "ship": "ship", "road": "bus"}
FLIGHT_ICONS = {"arrival": "plane-landing", "departure": "plane-takeoff", "transfer": "plane"}


@dataclass(frozen=True, slots=True)
class Moved:
    """A movement on the thread, with what was before its last change in words."""

    movement: Movement
    at: datetime
    icon: str
    was: str

    @property
    def times(self) -> str:
        """On the clocks of both places."""
        moved = self.movement
        return times_there(moved.starts_at, moved.starts_zone, moved.ends_at, moved.ends_zone)

    @property
    def cancelled(self) -> bool:
        """It does not take place."""
        return self.movement.status == Movement.Status.CANCELLED


@dataclass(frozen=True, slots=True)
class Done:
    """An item of the itinerary on the thread."""

    item: ItineraryItem
    at: datetime
    zone: str

    @property
    def times(self) -> str:
        """On the clocks of the programme."""
        return times_there(self.item.starts_at, self.zone, self.item.ends_at, self.zone)

    @property
    def cancelled(self) -> bool:
        """It does not take place."""
        return self.item.cancelled


@dataclass(slots=True)
class Day:
    """A day with what happens on it, in time order; `shared` further items are for everybody and stand on a page of their own."""

    day: date
    rows: list[Moved | Done] = field(default_factory=list)
    shared: int = 0


def moved(movement: Movement) -> Moved:
    """With its last change; `changes`, both places and the delegation are known already."""
    last = max(movement.changes.all(), key=lambda change: change.changed_at, default=None)
    arrives = movement.kind == Movement.Kind.ARRIVAL
    return Moved(
        movement,
        movement.ends_at if arrives else movement.starts_at,
        FLIGHT_ICONS[movement.kind] if movement.mode == "flight" else ICONS[movement.mode],
        change_told(last, movement) if last else "",
    )


def thread_of(delegation: Delegation) -> list[Day]:
    """Its days, by a fixed number of queries."""
    zone = ZoneInfo(delegation.programme.zone)
    days: dict[date, Day] = {}
    rows: list[Moved | Done] = [*_movements(delegation), *_items(delegation)]
    for row in rows:
        day = row.at.astimezone(zone).date()
        days.setdefault(day, Day(day)).rows.append(row)
    for entry in days.values():
        _fold_shared(entry)
        entry.rows.sort(key=lambda row: row.at)
    return [days[day] for day in sorted(days)]


def _movements(delegation: Delegation) -> Iterable[Moved]:
    movements = delegation.movements.select_related("origin", "destination").prefetch_related("changes")
    return map(moved, movements.order_by("starts_at"))


def _items(delegation: Delegation) -> Iterable[Done]:
    items = ItineraryItem.objects.filter(
        Q(delegation=delegation) | Q(programme=delegation.programme_id, delegation=None)
    )
    for item in items.select_related("place", "meeting").order_by("starts_at", "pk"):
        yield Done(item, item.starts_at, delegation.programme.zone)


def _fold_shared(day: Day) -> None:
    shared = [row for row in day.rows if isinstance(row, Done) and row.item.delegation_id is None]
    if len(shared) > SHARED_SHOWN:
        day.rows = [row for row in day.rows if row not in shared]
        day.shared = len(shared)
