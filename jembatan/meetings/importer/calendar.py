"""The importer of iCalendar files. An item is a component: an event is filed, a task or journal entry is set aside."""

from collections.abc import Iterator
from itertools import batched
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy, gettext_noop

from jembatan.meetings.actions.draft import Draft
from jembatan.meetings.actions.draft_of_event import draft_of
from jembatan.meetings.actions.take_back import take_back_meetings
from jembatan.meetings.formats.calendars import CalendarFile, Item, read_calendars
from jembatan.meetings.formats.defect import Unreadable
from jembatan.meetings.formats.event import event_of
from jembatan.meetings.importer.accounting import file_and_account
from jembatan.meetings.queries.faults import reason_of
from jembatan.platform.imports.importer import ImportJob, SetAside, Source, TakenBack
from jembatan.platform.imports.models import Batch, QuarantinedItem
from jembatan.platform.imports.reasons import because

CHUNK = 1000
SUFFIXES = {".ics", ".ical", ".icalendar", ".ifb"}
NOT_MEETINGS = {
    "VTODO": gettext_noop("This is a task (VTODO), not a meeting."),
    "VJOURNAL": gettext_noop("This is a journal entry (VJOURNAL), not a meeting."),
    "VFREEBUSY": gettext_noop("This says when someone is busy (VFREEBUSY), and is no meeting."),
    "VAVAILABILITY": gettext_noop("This says when someone can be met (VAVAILABILITY), and is no meeting."),
}


class CalendarImporter:
    """Files of `BEGIN:VCALENDAR`."""

    kind = "calendar"
    label = gettext_lazy("Calendar")

    def recognises(self, source: Source) -> bool:
        """By its suffix or its first line."""
        head = source.head()
        return source.path.suffix.lower() in SUFFIXES or b"BEGIN:VCALENDAR" in head[:200].upper().replace(
            b"\x00", b""
        )

    def takes_folder(self, folder: Path) -> bool:
        """Never: each file is read for itself."""
        return False

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """There is nothing to choose."""
        return {}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """File the events of every source."""
        for source in sources:
            self._read(job, source.name, source.path.read_bytes())

    def take_back(self, batch: Batch) -> TakenBack:
        """Meetings of either importer: they are the same records, so the first asked takes them back."""
        return take_back_meetings(batch)

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """Read the item's own text again."""
        before = job.account.problem_count
        self._read(job, item.source, bytes(item.raw))
        return job.account.read > 0 and job.account.problem_count == before

    def _read(self, job: ImportJob, name: str, raw: bytes) -> None:
        file = read_calendars(raw)
        for defect in file.defects:
            job.account.note(f"{name}:{defect.line}" if defect.line else name, reason_of(defect))
        if not file.items and not file.calendars:
            job.quarantine(name, 0, gettext_noop("No calendar could be read in this file."), raw)
            return
        for chunk in batched(_drafts(job, name, file), CHUNK):
            job.quarantine_many(each for each in chunk if isinstance(each, SetAside))
            file_and_account(job, [each for each in chunk if not isinstance(each, SetAside)])


def _drafts(job: ImportJob, name: str, file: CalendarFile) -> Iterator[tuple[str, Draft] | SetAside]:
    for item in file.items:
        if item.block.name != "VEVENT":
            yield SetAside(name, item.line, _no_event(item), _as_calendar(item))
            continue
        try:
            event = event_of(item)
        except Unreadable as unreadable:
            yield SetAside(name, item.line, reason_of(unreadable.defect), _as_calendar(item))
            continue
        for defect in event.defects:
            job.account.note(f"{name}:{defect.line}", reason_of(defect))
        yield f"{name}:{item.line}", draft_of(event)


def _no_event(item: Item) -> str:
    """What it is instead."""
    known = NOT_MEETINGS.get(item.block.name)
    return known or because(gettext_noop("This is no meeting but a %(name)s."), name=item.block.name)


def _as_calendar(item: Item) -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{item.block.text}\r\nEND:VCALENDAR\r\n".encode()
