"""Duties go with the movement, or the item of an itinerary, that they were made of."""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from jembatan.platform.events import announce
from jembatan.programmes.events import DutiesChanged
from jembatan.programmes.models import Duty, ItineraryItem, Movement, Programme
from jembatan.programmes.queries.wanted import Wanted, of_item, of_movement

FOLLOWS = ("title", "place_id", "day", "starts_at", "ends_at")


@dataclass(frozen=True, slots=True)
class Moved:
    """By how much it moved, and whether it was cancelled or taken up again with that (None: neither)."""

    shift: timedelta
    cancelled: bool | None = None


def duties_follow(movement: Movement, moved: Moved) -> int:
    """Within the caller's transaction; how many duties changed. One that people have changed moves by as much, and is else left alone."""
    programme, number = movement.delegation.programme, 0
    for duty in _locked(Duty.objects.filter(movement=movement)):
        template = duty.template
        wanted = (
            of_movement(programme, template, movement)
            if template and template.source == movement.kind
            else None
        )
        number += _follow(programme, duty, wanted, moved)
    return number


def duties_follow_item(item: ItineraryItem, moved: Moved) -> int:
    """As `duties_follow`, for an item."""
    changed = []
    for duty in _locked(Duty.objects.filter(item=item)):
        wanted = of_item(item.programme, duty.template, item) if duty.template else None
        if _follow(item.programme, duty, wanted, moved):
            changed.append(duty)
    if changed:
        announce(DutiesChanged(tuple(changed)))
    return len(changed)


def _locked(duties: QuerySet[Duty]) -> QuerySet[Duty]:
    return duties.select_for_update(of=("self",), no_key=True).select_related("template").order_by("pk")


def _follow(programme: Programme, duty: Duty, wanted: Wanted | None, moved: Moved) -> int:
    if wanted is None or duty.by_hand:
        begins = duty.starts_at + moved.shift
        given: dict[str, Any] = {
            "starts_at": begins,
            "ends_at": duty.ends_at + moved.shift,
            "day": begins.astimezone(ZoneInfo(programme.zone)).date(),
        }
    else:
        told = asdict(wanted)
        given = {name: told[name] for name in FOLLOWS}
    if moved.cancelled is not None:
        given["cancelled"] = moved.cancelled
    changed = [name for name, value in given.items() if getattr(duty, name) != value]
    if not changed:
        return 0
    for name in changed:
        setattr(duty, name, given[name])
    duty.version += 1
    duty.save(update_fields=[*(name.removesuffix("_id") for name in changed), "version"])
    return 1
