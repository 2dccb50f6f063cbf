"""The agenda on paper, with the papers of its points."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Meeting, Paper
from jembatan.meetings.queries.agenda import Point, agenda_of
from jembatan.meetings.queries.printed.frame import framed, marking_of, written_for
from jembatan.meetings.queries.series import occurrence_at
from jembatan.platform.documents.model import Document, Line, Section
from jembatan.platform.markings import Marking, highest


def printed_agenda(actor: Actor, meeting: Meeting, *, at: str, language: str) -> Document:
    """Points with their times and notes, each followed by its papers; it bears the highest marking of them all."""
    with written_for(meeting, language):
        occurrence = occurrence_at(meeting, at)
        agenda = agenda_of(meeting, occurrence.starts_at, occurrence.ends_at)
        points = Section(
            _("Agenda"),
            tuple(line for point in agenda.points for line in _lines(meeting, point)),
            empty=_("No agenda yet."),
        )
        title = _("Agenda: %(title)s") % {"title": meeting}
        return framed(actor, meeting, occurrence, title=title, language=language, sections=[points])


def _lines(meeting: Meeting, point: Point) -> Iterator[Line]:
    item = point.item
    minutes = item.minutes or 0
    said = (
        str(item.owner or ""),
        ngettext("%(number)s minute", "%(number)s minutes", minutes) % {"number": minutes} if minutes else "",
        item.notes,
    )
    yield Line(
        f"{item.position}. {item}",
        label=point.hours,
        detail=" · ".join(each for each in said if each),
        marking=highest([meeting.marking, *([marking_of(item.owner)] if item.owner else [])]),
    )
    for paper in item.papers.all():
        yield _paper(paper)


def _paper(paper: Paper) -> Line:
    return Line(paper.name, label=_("Paper"), detail=paper.author, marking=Marking(paper.marking))
