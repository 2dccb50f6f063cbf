"""The agenda and its papers as far as a guest may see them by their markings."""

from dataclasses import dataclass

from jembatan.meetings.models import Attendance, Paper
from jembatan.meetings.queries.agenda import Point, agenda_of
from jembatan.meetings.queries.occurrences import Occurrence
from jembatan.meetings.queries.papers import standing_papers
from jembatan.meetings.queries.printed.frame import marking_of
from jembatan.platform.markings import Marking, highest


@dataclass(frozen=True, slots=True)
class GuestPoint:
    """A point with its times; who leads it and which papers, where the guest may know. Our notes on it are ours."""

    title: str
    hours: str
    minutes: int | None
    leads: str
    speaks: bool
    papers: list[Paper]


def may_see(limit: Marking, marking: str) -> bool:
    """Whether what bears the marking may go as far as the limit."""
    return highest([limit, marking]) == limit


def points_for(guest: Attendance, occurrence: Occurrence, limit: Marking) -> list[GuestPoint]:
    """Of the occurrence, in order."""
    agenda = agenda_of(guest.meeting, occurrence.starts_at, occurrence.ends_at)
    return [_point(each, limit) for each in agenda.points]


def paper_for(guest: Attendance, paper_id: int, limit: Marking) -> Paper | None:
    """The paper of that number, if it stands on the agenda and may go to the guest."""
    papers = standing_papers().filter(item__meeting=guest.meeting_id, item__position__isnull=False)
    paper = papers.filter(pk=paper_id).first()
    allowed = paper is not None and may_see(limit, paper.marking) and may_see(limit, guest.meeting.marking)
    return paper if allowed else None


def _point(point: Point, limit: Marking) -> GuestPoint:
    item = point.item
    named = item.owner is not None and may_see(limit, marking_of(item.owner))
    return GuestPoint(
        title=str(item),
        hours=point.hours,
        minutes=item.minutes,
        leads=str(item.owner) if named else "",
        speaks=item.speaks and named,
        papers=[paper for paper in item.papers.all() if may_see(limit, paper.marking)],
    )
