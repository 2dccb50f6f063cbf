"""Meetings: the one that the brief is for, the next ones and the last ones."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.request import BriefRequest
from jembatan.directory.models import Organisation
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.occurrences import Occurrence, last_meetings, next_meetings
from jembatan.platform.documents.model import Line, Section
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text, moment_text, month_text

MOST = 5
type Finder = Callable[[Actor, Organisation, int], list[Occurrence]]


def this_meeting(request: BriefRequest) -> Sequence[Section]:
    """When, where, with whom and what for; nothing for a brief about an organisation."""
    meeting = request.meeting
    if meeting is None:
        return []
    when = _when(meeting, meeting.begins)
    sources = (request.meeting_source(meeting, when=when),)
    attendances = list(Attendance.objects.filter(meeting=meeting).select_related("person", "organisation"))
    us, them = _names(attendances, ours=True), _names(attendances, ours=False)
    facts = [(_("When"), when), (_("Where"), meeting.location)]
    if request.for_them:
        facts.append((_("Taking part"), ", ".join(names for names in (us, them) if names)))
    else:
        facts += [(_("For us"), us), (_("For them"), them), (_("What for"), meeting.description)]
    marking = Marking(meeting.marking)
    lines = tuple(Line(text, label=label, sources=sources, marking=marking) for label, text in facts if text)
    return [Section(_("The meeting"), lines)]


def other_meetings(request: BriefRequest) -> Sequence[Section]:
    """The next and the last meetings with them."""
    return [
        Section(_("Next meetings"), _lines(request, next_meetings), _("No meeting with them is planned.")),
        Section(_("Last meetings"), _lines(request, last_meetings), _("No meeting with them is on record.")),
    ]


def _lines(request: BriefRequest, find: Finder) -> tuple[Line, ...]:
    found: dict[tuple[int, datetime], Occurrence] = {}
    for organisation in request.organisations:
        for occurrence in find(request.actor, organisation, MOST):
            if request.meeting is None or occurrence.meeting.pk != request.meeting.pk:
                found[occurrence.meeting.pk, occurrence.starts_at] = occurrence
    return tuple(meeting_line(request, occurrence) for occurrence in found.values())


def meeting_line(request: BriefRequest, occurrence: Occurrence) -> Line:
    """A meeting at one time, with its place."""
    meeting = occurrence.meeting
    when = _when(meeting, occurrence.starts_at)
    return Line(
        meeting.title or _("(no title)"),
        label=when,
        detail=meeting.location,
        sources=(request.meeting_source(meeting, when=when),),
        marking=Marking(meeting.marking),
    )


def _when(meeting: Meeting, starts_at: datetime) -> str:
    """As precisely as it is known: a moment with its zone, a day, a month, a year."""
    if meeting.precision == Meeting.Precision.YEAR:
        return str(starts_at.year)
    if meeting.precision == Meeting.Precision.MONTH:
        return month_text(starts_at)
    if meeting.all_day or meeting.precision == Meeting.Precision.DAY:
        return day_text(starts_at)
    return moment_text(starts_at)


def _names(attendances: list[Attendance], *, ours: bool) -> str:
    names = []
    for attendance in attendances:
        if attendance.ours == ours:
            party = attendance.person or attendance.organisation
            names.append(str(party) if party else str(attendance))
    return ", ".join(dict.fromkeys(names))
