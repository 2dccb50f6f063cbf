"""Sections come with the points of the agenda, and stay when those go."""

from jembatan.meetings.models import AgendaItem, Meeting, Minutes, MinutesSection
from jembatan.platform.live.news import tell

TOPIC = "minutes"


def follow_agenda(meeting: Meeting) -> None:
    """A section for every standing point, in minutes of the meeting that are being written; inside the caller's transaction."""
    writing = Minutes.objects.filter(
        meeting=meeting, state=Minutes.State.WRITING, finished_at__isnull=True
    ).order_by("pk")
    for minutes in writing.select_for_update(of=("self",)):
        new = AgendaItem.objects.filter(meeting=meeting, position__isnull=False).exclude(
            sections__minutes=minutes
        )
        sections = [MinutesSection(minutes=minutes, item=item) for item in new.order_by("position")]
        if sections:
            MinutesSection.objects.bulk_create(sections)
            tell(meeting.desk_id, TOPIC, [minutes.pk])
