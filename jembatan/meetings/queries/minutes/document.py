"""The minutes on paper."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Minutes, MinutesSection
from jembatan.meetings.queries.agenda import agenda_of
from jembatan.meetings.queries.minutes.reading import attendance_of, sections_of, times_of
from jembatan.meetings.queries.outcomes.printed import outcome_lines
from jembatan.meetings.queries.outcomes.standing import Sitting
from jembatan.meetings.queries.wording import when_text
from jembatan.platform.documents.model import Document, Line, Section, Words
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import moment_text


def compose_minutes(actor: Actor, minutes: Minutes, *, language: str) -> Document:
    """Attendance, agenda, text, decisions and actions, in `language` ("id" or "en") and with the desk's times, at the marking of the meeting."""
    with translation.override(language), timezone.override(ZoneInfo(actor.desk.time_zone)):
        meeting, now = minutes.meeting, timezone.now()
        when = when_text(meeting, *times_of(minutes))
        made = {"desk": actor.desk, "name": actor.name, "moment": moment_text(now)}
        return Document(
            title=_("Minutes: %(title)s") % {"title": meeting},
            subtitle=" · ".join(filter(None, (when, meeting.location, str(minutes.get_state_display())))),
            language=language,
            made_at=now,
            made=_("%(desk)s · %(name)s · %(moment)s") % made,
            words=Words(sources=_("Sources"), page=_("Page"), of=_("of")),
            sections=tuple(_sections(actor, minutes)),
            least_marking=Marking(meeting.marking),
        )


def _sections(actor: Actor, minutes: Minutes) -> Iterator[Section]:
    yield Section(_("Attendance"), tuple(_attendance(minutes)), _("Nobody has been marked."))
    points = agenda_of(minutes.meeting, *times_of(minutes)).points
    agenda = tuple(Line(f"{point.item.position}. {point.item}", label=point.hours) for point in points)
    if agenda:
        yield Section(_("Agenda"), agenda)
    sitting = Sitting(minutes.meeting, minutes.recurrence_id, minutes.starts_at)
    outcomes = outcome_lines(actor, sitting)
    for section in sections_of(minutes):
        lines = (*_paragraphs(section), *outcomes.get(section.item_id or 0, ()))
        if lines or section.item is not None:
            yield Section(heading_of(section), lines, _("Nothing was written."))


def _attendance(minutes: Minutes) -> Iterator[Line]:
    for row in attendance_of(minutes).rows:
        detail = [str(row.organisation)] if row.organisation and str(row.organisation) != row.name else []
        if row.instead_of:
            detail.append(_("instead of %(name)s") % {"name": row.instead_of})
        yield Line(row.name, label=str(row.get_was_display()), detail=" · ".join(detail))


def _paragraphs(section: MinutesSection) -> Iterator[Line]:
    for paragraph in section.text.splitlines():
        if paragraph.strip():
            yield Line(paragraph.strip())


def heading_of(section: MinutesSection) -> str:
    """The number and the title of its point; one that was taken out has no number."""
    if section.item is None:
        return _("The meeting as a whole")
    position = section.item.position
    return f"{position}. {section.item}" if position is not None else str(section.item)
