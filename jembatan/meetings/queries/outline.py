"""A period in outline: when something is, and no more, so that a page can choose what it shows before it reads that in full."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from jembatan.accounts.actor import Actor
from jembatan.meetings.models.meeting import placed_by, takes_whole_days
from jembatan.meetings.models.occurrence import span
from jembatan.meetings.queries.occurrences import (
    FARTHEST_ZONE,
    PRECISE,
    Occurrence,
    beyond_the_table,
    placed,
    touches,
    visible_rows,
)

COLUMNS = ("pk", "starts_at", "ends_at", "meeting_id", "meeting__clock", "meeting__precision")
SHOWN_OF_MEETING = ("title", "location", "clock", "precision", "status", "starts_at", "ends_at", "marking")
SHOWN = ("starts_at", "ends_at", "recurrence_id", *(f"meeting__{name}" for name in SHOWN_OF_MEETING))


@dataclass(frozen=True, slots=True)
class Outline:
    """A time at which a meeting is, as the reader of now sees it; `source` is its row's id, or all of it where it has no row."""

    starts_at: datetime
    ends_at: datetime
    meeting_id: int
    clock: str
    vague: bool
    source: int | Occurrence

    @property
    def whole_days(self) -> bool:
        """It stands above the hours."""
        return takes_whole_days(self.clock, self.starts_at, self.ends_at)


def outline(actor: Actor, start: datetime, end: datetime) -> list[Outline]:
    """What touches the period from `start` until before `end`, in time order, cancelled meetings too."""
    first, last = start - FARTHEST_ZONE, end + FARTHEST_ZONE
    rows = visible_rows(actor).alias(span=span()).filter(span__overlap=(first, last)).values_list(*COLUMNS)
    found = [
        *_of_rows(rows.iterator(chunk_size=2000)),
        *(_of_occurrence(each) for each in beyond_the_table(actor, first, last)),
    ]
    touching = [each for each in found if touches(each.starts_at, each.ends_at, start, end)]
    return sorted(touching, key=lambda each: (each.starts_at, each.ends_at, each.meeting_id))


def in_full(actor: Actor, chosen: Collection[Outline]) -> list[Occurrence]:
    """The same occurrences with their meetings, in time order; one query."""
    ids = {each.source for each in chosen if isinstance(each.source, int)}
    found = [each.source for each in chosen if isinstance(each.source, Occurrence)]
    if ids:
        found += [placed(row) for row in visible_rows(actor).defer(None).only(*SHOWN).filter(pk__in=ids)]
    return sorted(found, key=lambda each: (each.starts_at, each.ends_at, each.meeting.pk))


def _of_rows(rows: "Iterator[tuple[int, datetime, datetime, int, str, str]]") -> Iterator[Outline]:
    for pk, starts_at, ends_at, meeting_id, clock, precision in rows:
        yield Outline(
            placed_by(clock, starts_at),
            placed_by(clock, ends_at),
            meeting_id,
            clock,
            precision not in PRECISE,
            pk,
        )


def _of_occurrence(found: Occurrence) -> Outline:
    meeting = found.meeting
    return Outline(found.starts_at, found.ends_at, meeting.pk, meeting.clock, found.vague, found)
