"""The minutes of a meeting: who was there, and a text for the whole and for each point, written by several at once."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.minutes.sections import TOPIC
from jembatan.meetings.actions.minutes.write import topic_of
from jembatan.meetings.models import Minutes, MinutesAttendee
from jembatan.meetings.models.minutes.section import LONGEST_TEXT
from jembatan.meetings.queries.minutes.document import heading_of
from jembatan.meetings.queries.minutes.reading import attendance_of, authors_of, sections_of, times_of
from jembatan.meetings.queries.wording import when_text
from jembatan.meetings.web.found import meeting_or_404, minutes_or_404
from jembatan.platform.audit.changes import history_of
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def beginning(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """Begin them, or go to those that somebody has begun; `at` names the occurrence of a series."""
    meeting = meeting_or_404(actor, meeting_id)
    try:
        begun = begin_minutes(actor, meeting, recurrence_id=request.POST.get("at", ""))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return redirect("meetings:meeting", meeting_id=meeting.pk)
    return redirect("meetings:minutes", minutes_id=begun.pk)


@desk_page
def minutes(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """Writers write while they are open; everyone else reads."""
    return render(
        request, "meetings/minutes/minutes.html", context_of(actor, minutes_or_404(actor, minutes_id))
    )


def context_of(actor: Actor, found: Minutes) -> dict[str, object]:
    """What the page shows."""
    sections = sections_of(found)
    attended = attendance_of(found)
    return {
        "minutes": found,
        "meeting": found.meeting,
        "when": when_text(found.meeting, *times_of(found)),
        "writes": actor.may_write and found.is_open,
        "sections": [{"section": each, "heading": heading_of(each)} for each in sections],
        "attended": attended,
        "speakers": attended.speakers,
        "choices": MinutesAttendee.Was.choices,
        "authors": authors_of(found),
        "history": history_of(actor, found),
        "has_agenda": any(each.item for each in sections),
        "topic": TOPIC,
        "text_topic": topic_of(found),
        "longest": LONGEST_TEXT,
        "zone": timezone.get_current_timezone_name(),
    }
