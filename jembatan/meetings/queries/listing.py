"""`jembatan list meetings`."""

from typing import Any

from jembatan.accounts.actor import Actor
from jembatan.meetings.queries.occurrences import visible_meetings


def list_meetings(actor: Actor, limit: int) -> list[dict[str, Any]]:
    """The meetings that begin latest first; `name` is the title."""
    meetings = (
        visible_meetings(actor)
        .order_by("-starts_at", "id")
        .only("id", "title", "clock", "precision", "starts_at", "ends_at", "location", "status")[:limit]
    )
    return [
        {
            "id": meeting.pk,
            "name": str(meeting),
            "start": meeting.starts_at.date() if meeting.all_day else meeting.begins,
            "end": meeting.ends_at.date() if meeting.all_day else meeting.finishes,
            "precision": meeting.precision,
            "place": meeting.location,
            "status": meeting.status,
        }
        for meeting in meetings
    ]
