"""What meetings say to the journal: planned while they are to come, held once they have ended."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from jembatan.accounts.models import User
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line
from jembatan.journal.models import Entry
from jembatan.meetings.models import Meeting, Occurrence
from jembatan.platform.markings import Marking

HELD = "meeting.held"
PLANNED = "meeting.planned"
CHANGED = "meeting.changed"
ANSWERED = "meeting.answered"
MINUTES = "meeting.minutes"
SOURCE = "meeting"


def lines_of(
    meeting: Meeting,
    rows: Iterable[Occurrence],
    *,
    parties: Iterable[Person | Organisation],
    now: datetime,
    batch_id: int | None = None,
    by: User | str | None = None,
) -> Iterator[Line]:
    """One line for every occurrence that has ended, and one for the first that has not. A cancelled meeting says nothing."""
    if meeting.is_cancelled:
        return
    with_whom = tuple(parties)
    for row in rows:
        held = meeting.placed(row.ends_at) <= now
        yield line(
            meeting,
            meeting.placed(row.starts_at),
            kind=HELD if held else PLANNED,
            parties=with_whom,
            batch_id=batch_id,
            by=by,
        )
        if not held:
            return


def line(
    meeting: Meeting,
    occurred_at: datetime,
    *,
    kind: str,
    parties: Iterable[Person | Organisation],
    summary: str = "",
    exact: bool = False,
    batch_id: int | None = None,
    by: User | str | None = None,
) -> Line:
    """The line of one occurrence, as precise as its meeting; `exact` for something that happened to it at this moment."""
    return Line(
        kind=kind,
        summary=summary or meeting.title or _("Meeting without a title"),
        detail=meeting.location,
        occurred_at=occurred_at,
        precision=Entry.Precision.MINUTE if exact else precision_of(meeting),
        parties=tuple(parties),
        dossier=meeting.dossier,
        marking=Marking(meeting.marking),
        source=(SOURCE, meeting.pk),
        import_batch=batch_id,
        by=by,
    )


def parties_of(meeting: Meeting) -> list[Person | Organisation]:
    """The people and organisations outside that take part, each once; prefetch `attendances` with both for many."""
    outside = [guest for guest in meeting.attendances.all() if not guest.ours]
    return [
        *dict.fromkeys(guest.person for guest in outside if guest.person),
        *dict.fromkeys(guest.organisation for guest in outside if guest.organisation),
    ]


def precision_of(meeting: Meeting) -> Entry.Precision:
    """An all-day meeting is known to the day."""
    if meeting.all_day and meeting.precision == Meeting.Precision.MINUTE:
        return Entry.Precision.DAY
    return Entry.Precision(meeting.precision)
