"""The days of an officer's delegations, in the phone's document."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q

from jembatan.field.access import OnDuty
from jembatan.field.queries.earlier import Seen, Told, changed_items, is_new
from jembatan.programmes.models import ItineraryItem, Movement, MovementChange
from jembatan.programmes.queries.movement_words import change_told

SHOWN_AFTERWARDS = timedelta(days=1)


def schedule(
    who: OnDuty, own: set[int], movements: Sequence[Movement], seen: Seen, now: datetime
) -> list[Told]:
    """Items and movements by their beginnings; what changed says what was before."""
    found = ItineraryItem.objects.filter(
        Q(delegation__in=own) | Q(delegation=None, programme=who.officer.programme_id),
        ends_at__gt=now - SHOWN_AFTERWARDS,
    )
    items = list(found.select_related("place", "delegation"))
    before, whats = changed_items(items, seen), _changes(movements)
    lines: list[Told] = [
        {
            "kind": "item",
            "id": item.pk,
            "version": item.version,
            "title": item.title,
            "delegation": str(item.delegation or ""),
            "where": str(item.place or ""),
            "starts_at": item.starts_at.isoformat(),
            "ends_at": item.ends_at.isoformat(),
            "note": item.note,
            "cancelled": item.cancelled,
            "changed": item.pk in before,
            "was": before.get(item.pk),
        }
        for item in items
    ]
    lines += [
        {
            "kind": "movement",
            "id": each.pk,
            "version": each.version,
            "title": movement_title(each),
            "delegation": each.delegation.name,
            "where": _way(each),
            "starts_at": each.starts_at.isoformat(),
            "ends_at": each.ends_at.isoformat(),
            "note": " · ".join(filter(None, (each.terminal, each.vehicles, each.driver, each.luggage))),
            "cancelled": each.status == Movement.Status.CANCELLED,
            "changed": is_new(seen, "movement", each.pk, each.version),
            "what": whats.get(each.pk, ""),
        }
        for each in movements
    ]
    return sorted(lines, key=lambda line: (str(line["starts_at"]), str(line["title"])))


def movement_title(movement: Movement) -> str:
    """As the beginning of a line."""
    title = str(movement)
    return title[:1].upper() + title[1:]


def _way(each: Movement) -> str:
    ends = (str(each.origin or each.far_end), str(each.destination or each.far_end))
    return " → ".join(filter(None, ends))


def _changes(movements: Sequence[Movement]) -> dict[int, str]:
    """What the latest change of each was, in words."""
    changes = MovementChange.objects.filter(movement__in=[each.pk for each in movements if each.version > 1])
    latest = {change.movement_id: change for change in changes.order_by("movement", "changed_at", "pk")}
    return {each.pk: change_told(latest[each.pk], each) for each in movements if each.pk in latest}
