"""Meetings in the search of the house."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.guests import names_outside
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import best_matches, headlines


class MeetingSource:
    """Titles, places and descriptions, of meetings that the actor may see."""

    kind = "meetings"
    label = _("Meetings")
    icon = "calendar"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """The best first, the latest first among equals."""
        seen = visible_meetings(actor)
        found = best_matches(
            seen.defer("search", "description", "source"), text, newest="-starts_at", limit=limit
        )
        pks = [meeting.pk for meeting in found]
        passages = headlines(seen, text, field="description", pks=pks)
        names = names_outside(pks)
        return [_hit(meeting, names.get(meeting.pk, ""), passages.get(meeting.pk, "")) for meeting in found]


def _hit(meeting: Meeting, names: str, passage: str) -> Hit:
    return Hit(
        title=str(meeting),
        subtitle=" · ".join(part for part in (names, meeting.location) if part),
        url=reverse("meetings:meeting", args=[meeting.pk]),
        marking=meeting.marking,
        moment=meeting.begins,
        snippet=passage,
    )
