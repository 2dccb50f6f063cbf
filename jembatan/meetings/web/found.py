"""From an address to a meeting, or its minutes, that the reader may see."""

from django.http import Http404

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Meeting, Minutes
from jembatan.meetings.queries.minutes.visible import visible_minutes
from jembatan.meetings.queries.occurrences import visible_meetings


def meeting_or_404(actor: Actor, meeting_id: int) -> Meeting:
    """A meeting of another desk or of a restricted dossier is not found."""
    meeting = (
        visible_meetings(actor)
        .select_related("dossier", "desk")
        .defer("search")
        .filter(pk=meeting_id)
        .first()
    )
    if meeting is None:
        raise Http404
    return meeting


def minutes_or_404(actor: Actor, minutes_id: int) -> Minutes:
    """Minutes of a meeting that the reader does not see are not found."""
    minutes = visible_minutes(actor).filter(pk=minutes_id).first()
    if minutes is None:
        raise Http404
    return minutes
