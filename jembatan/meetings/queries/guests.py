"""Who takes part."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.meetings.models import Attendance, Meeting

NAMED = 3


@dataclass(frozen=True, slots=True)
class Guests:
    """The guests of one meeting, ours and theirs, each the organiser first."""

    ours: list[Attendance]
    theirs: list[Attendance]


def guests_of(meeting: Meeting) -> Guests:
    """One query, with people and organisations."""
    rows = list(
        meeting.attendances.select_related("person", "organisation").order_by("-organiser", "optional", "id")
    )
    return Guests([row for row in rows if row.ours], [row for row in rows if not row.ours])


def names_outside(meeting_ids: Collection[int]) -> dict[int, str]:
    """By meeting, its first guests from outside by organisation, else by name: "Ministry A, Retno +2"; one query."""
    if not meeting_ids:
        return {}
    rows = (
        Attendance.objects.filter(meeting__in=meeting_ids, ours=False)
        .order_by("-organiser", "id")
        .values_list("meeting_id", "organisation__name", "person__full_name", "name", "email")
    )
    names: dict[int, dict[str, None]] = defaultdict(dict)
    for meeting_id, *candidates in rows:
        names[meeting_id][next(name for name in candidates if name)] = None
    return {meeting_id: _short(list(each)) for meeting_id, each in names.items()}


def previous_with_same(actor: Actor, meeting: Meeting, guests: Guests, limit: int) -> list[Meeting]:
    """Earlier meetings with any of the same people or organisations, the latest first."""
    people = [guest.person_id for guest in guests.theirs if guest.person_id]
    bodies = [guest.organisation_id for guest in guests.theirs if guest.organisation_id]
    if not people and not bodies:
        return []
    shared = _attended(person__in=people).union(_attended(organisation__in=bodies), all=True)
    ids = set(shared) - {meeting.pk}
    return list(
        Meeting.objects.filter(within_visible_dossiers(actor), desk=actor.desk, pk__in=ids)
        .filter(starts_at__lt=meeting.starts_at)
        .exclude(status=Meeting.Status.CANCELLED)
        .defer("description", "source", "search")
        .order_by("-starts_at", "-id")[:limit]
    )


def _attended(**condition: list[int]) -> QuerySet[Attendance, int]:
    return Attendance.objects.filter(**condition).values_list("meeting_id", flat=True)


def _short(names: list[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names) if more <= 1 else f"{', '.join(names[:NAMED])} +{more}"
