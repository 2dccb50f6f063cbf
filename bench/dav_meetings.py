"""Writing 6,000 meetings for the first synchronisation of a calendar, beside the `icalendar` library in the same run: `python -m bench.dav_meetings`.

Both take the same meetings of a desk, with guests, alarms and some series, to iCalendar text with their zones. Target: the whole of
our first synchronisation (read, written, stored) 10 times as fast as the library alone writes. Prints one JSON line. Argument: how many.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bench.own_database import own_database

if TYPE_CHECKING:
    from jembatan.meetings.models import Meeting

MEETINGS = 6_000


def main() -> None:
    """Generate, measure, print: processor seconds of this process, which the database is no part of, and all seconds."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MEETINGS
    with own_database():
        from demo.cast import open_office
        from jembatan.accounts.actor import operator
        from jembatan.meetings.dav import DeskCalendar
        from jembatan.meetings.models import Meeting
        from jembatan.meetings.queries.objects import text_by_library, text_of
        from jembatan.platform.dav.models import Resource
        from jembatan.platform.dav.projection import renewed
        from jembatan.platform.imports.actions.run import import_now

        desk = open_office()
        with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as folder:
            path = Path(folder) / "calendar.ics"
            path.write_text("\r\n".join(_calendar(count)))
            import_now(operator(desk), [path])
        start, processor = time.perf_counter(), time.process_time()
        renewed(desk, DeskCalendar())
        first, first_processor = time.perf_counter() - start, time.process_time() - processor
        assert Resource.objects.count() == count
        meetings = [[one] for one in Meeting.objects.prefetch_related("attendances")]
        ours = _processor_seconds(text_of, meetings)
        library = _processor_seconds(text_by_library, meetings)
    print(
        json.dumps(
            {
                "bench": "dav_meetings",
                "meetings": count,
                "first_sync_written": {"seconds": round(first, 2), "processor": round(first_processor, 2)},
                "ours": round(ours, 2),
                "icalendar": round(library, 2),
                "faster": round(library / ours, 1),
            }
        )
    )


def _processor_seconds(
    write: "Callable[[Collection[Meeting]], str]", meetings: "Collection[Collection[Meeting]]"
) -> float:
    start = time.process_time()
    for parts in meetings:
        write(parts)
    return time.process_time() - start


def _calendar(count: int) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bench//EN")
    for number in range(count):
        begins = datetime(2026, 1, 5, 9) + timedelta(hours=5 * number)  # noqa: DTZ001 its zone is written beside it
        ends = begins + timedelta(hours=1)
        yield from (
            "BEGIN:VEVENT",
            f"UID:meeting-{number}@office.example",
            "DTSTAMP:20260101T000000Z",
            f"DTSTART;TZID=Asia/Jakarta:{begins:%Y%m%dT%H%M%S}",
            f"DTEND;TZID=Asia/Jakarta:{ends:%Y%m%dT%H%M%S}",
            f"SUMMARY:Rapat koordinasi {number}",
            f"LOCATION:Ruang {number % 9}",
            "DESCRIPTION:Agenda pembahasan\\, notulen rapat sebelumnya dan tindak lanjut yang disepakati",
            f"ORGANIZER;CN=Sekretariat:mailto:sekretariat{number % 50}@office.example",
        )
        yield from (
            f"ATTENDEE;CN=Tamu {each};PARTSTAT=ACCEPTED:mailto:tamu{each}.{number % 200}@partner.example"
            for each in range(number % 4)
        )
        if number % 20 == 0:
            yield "RRULE:FREQ=WEEKLY;COUNT=6"
        if number % 5 == 0:
            yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Rapat", "TRIGGER:-PT15M", "END:VALARM")
        yield "END:VEVENT"
    yield from ("END:VCALENDAR", "")


if __name__ == "__main__":
    main()
