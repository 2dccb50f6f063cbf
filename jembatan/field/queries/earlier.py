"""What is new to an officer, and what it was when they last knew of it, out of the history that the database keeps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import pghistory.core
from django.db.models import F, Min
from django.db.models.functions import Greatest

from jembatan.deployment.models import Assignment
from jembatan.programmes.models import Duty, ItineraryItem, Officer

type Told = dict[str, object]
Seen = set[tuple[str, int, int]]


def is_new(seen: Seen, kind: str, record: int, version: int) -> bool:
    """A version that this officer has not said they have read."""
    return version > 1 and (kind, record, version) not in seen


def changed_duties(officer: Officer, duties: Sequence[Duty], seen: Seen) -> dict[int, Told]:
    """What each of those that have changed was. One that they were given as it stands now is no news. Two queries."""
    fresh = [duty for duty in duties if is_new(seen, "duty", duty.pk, duty.version)]
    return _earlier("duty", fresh, seen, _given(officer, fresh))


def changed_items(items: Sequence[ItineraryItem], seen: Seen) -> dict[int, Told]:
    """The same of items. One query."""
    fresh = [item for item in items if is_new(seen, "item", item.pk, item.version)]
    return _earlier("item", fresh, seen, {})


def _given(officer: Officer, duties: Sequence[Duty]) -> dict[int, datetime]:
    """When they first had each of these, in a roster that officers worked by then."""
    rows = Assignment.objects.filter(
        officer=officer, duty__in=[duty.pk for duty in duties], roster__published_at__isnull=False
    )
    first = rows.values_list("duty").annotate(first=Min(Greatest(F("made_at"), F("roster__published_at"))))
    return dict(first)


def _earlier(
    kind: str, rows: Sequence[Duty] | Sequence[ItineraryItem], seen: Seen, given: Mapping[int, datetime]
) -> dict[int, Told]:
    """As it was when they said that they had read it, else as it was `given` to them, else before its latest change; nothing of what is as they know it."""
    if not rows:
        return {}
    history: Any = pghistory.core.event_models(tracks_model=type(rows[0]))[0]
    events = history.objects.filter(pgh_obj__in=[row.pk for row in rows]).select_related("place")
    of_row: defaultdict[int, list[Any]] = defaultdict(list)
    for event in events.order_by("pgh_id"):
        of_row[event.pgh_obj_id].append(event)
    told: dict[int, Told] = {}
    for row in rows:
        read = max((version for of, pk, version in seen if (of, pk) == (kind, row.pk)), default=None)
        known = _known(of_row[row.pk], read, given.get(row.pk), row.version)
        if known is None or known.version != row.version:
            told[row.pk] = _told(known) if known else {}
    return told


def _known(events: Iterable[Any], read: int | None, given: datetime | None, version: int) -> Any:
    """The first one, where the history begins later; None where there is none."""
    first, found = None, None
    for event in events:
        first = first or event
        by_time = read is None and given is not None
        if event.pgh_created_at <= given if by_time else event.version <= (read or version - 1):
            found = event
    return found or first


def _told(event: Any) -> Told:
    return {
        "title": event.title,
        "place": str(event.place or ""),
        "starts_at": event.starts_at.isoformat(),
        "ends_at": event.ends_at.isoformat(),
        "note": event.note,
    }
