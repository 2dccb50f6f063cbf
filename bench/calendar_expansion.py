"""A year of a calendar with 10,000 recurring events; `python -m bench.calendar_expansion [EVENTS]`.

The target is 1 s. The events are an office's: weekly and fortnightly meetings on one or more days, monthly ones by date and by
weekday, working days, birthdays; in six zones, whole days and wall clocks; one in ten has a day left out, one in twenty a day
that is moved. They began within the last five years. Beside it, in the same run, recurring-ical-events expands the same calendar.
The moments that both find are compared, every one. Seconds are told by the clock and, for a machine that others share, by the processor.
"""

import gc
import json
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

from jembatan.meetings.formats.event import as_stored
from jembatan.meetings.formats.moment import Moment
from jembatan.meetings.formats.series import moments_between
from jembatan.meetings.formats.timed import Part, timed_event

EVENTS = 10_000
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
ZONES = ("Asia/Jakarta",) * 6 + ("Asia/Makassar", "Asia/Tokyo", "Europe/Berlin", "America/New_York", "UTC")
RULES = (
    *("FREQ=WEEKLY",) * 9,
    *("FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=WEEKLY;BYDAY=TU,TH,FR", "FREQ=WEEKLY;COUNT=200"),
    *("FREQ=WEEKLY;INTERVAL=2",) * 2,
    *(
        "FREQ=WEEKLY;UNTIL=20261001T000000Z",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
    ),
    *("FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
)
type Times = tuple[datetime, datetime]


def main() -> None:
    """Invent, measure, print."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    series = _invented(events)
    counted, first_seconds, _first_cpu = _measured(
        lambda: [moments_between(parts, START, END) for parts in series]
    )
    again, seconds, cpu = _measured(lambda: [moments_between(parts, START, END) for parts in series])
    calendars = [_calendar(parts) for parts in series]
    searched, _seconds, cpu_library = _measured(lambda: [_theirs(each) for each in calendars])
    told = {
        "bench": "calendar_expansion",
        "events": events,
        "occurrences": sum(map(len, counted)),
        "same": counted == again and [_plain(each) for each in counted] == searched,
        "first_seconds": first_seconds,
        "seconds": seconds,
        "cpu_seconds": cpu,
        "recurring_ical_events_cpu_seconds": cpu_library,
        "times_as_fast": round(cpu_library / cpu, 1),
    }
    print(json.dumps(told))


def _invented(events: int) -> list[list[Part]]:
    chance = random.Random(1)
    return [_series(number, chance) for number in range(events)]


def _series(number: int, chance: random.Random) -> list[Part]:
    clock = chance.choice(("zoned",) * 8 + ("date", "floating"))
    zone = chance.choice(ZONES) if clock == "zoned" else ""
    wall = datetime(
        2021, 6, 1, chance.randrange(7, 18), chance.choice((0, 30)), tzinfo=ZoneInfo(zone or "UTC")
    )
    wall += timedelta(days=chance.randrange(1900))
    length = timedelta(minutes=chance.choice((30, 60, 90)))
    if clock == "date":
        wall, length = wall.replace(hour=0, minute=0), timedelta(days=1)
    rule = chance.choice(RULES)
    if clock != "zoned":
        rule = rule.replace("T000000Z", "" if clock == "date" else "T000000")
    starts = wall.astimezone(UTC)
    master = Part(
        number, f"{number}@bench", "", False, 0, clock, zone, starts, starts + length, f"RRULE:{rule}"
    )
    return _excepted(master, chance)


def _excepted(master: Part, chance: random.Random) -> list[Part]:
    """With a day left out, or a day moved."""
    lot = chance.random()
    if lot > 0.15:
        return [master]
    inside = moments_between([master], START, END)
    if not inside:
        return [master]
    one = chance.choice(inside)
    if lot > 0.05:
        name = "EXDATE;VALUE=DATE" if master.clock == "date" else "EXDATE"
        return [_with_rule(master, f"{master.rule}\n{name}:{one.recurrence_id}")]
    later = timedelta(days=1)
    return [master, _changed(master, one.recurrence_id, one.starts_at + later, one.ends_at + later)]


def _with_rule(part: Part, rule: str) -> Part:
    return Part(part.key, part.uid, "", False, 0, part.clock, part.zone, part.starts_at, part.ends_at, rule)


def _changed(part: Part, recurrence_id: str, starts: datetime, ends: datetime) -> Part:
    return Part(part.key, part.uid, recurrence_id, False, 0, part.clock, part.zone, starts, ends, "")


def _calendar(parts: list[Part]) -> tuple[Calendar, bool]:
    calendar = Calendar()
    for part in parts:
        calendar.add_component(timed_event(part))
    return calendar, parts[0].clock == "zoned"


def _plain(found: list[Moment]) -> list[Times]:
    return sorted((each.starts_at, each.ends_at) for each in found)


def _theirs(alone: tuple[Calendar, bool]) -> list[Times]:
    calendar, zoned = alone
    start, end = (moment if zoned else moment.replace(tzinfo=None) for moment in (START, END))
    found = recurring_ical_events.of(calendar).between(start, end)
    return sorted((as_stored(each["DTSTART"].dt), as_stored(each["DTEND"].dt)) for each in found)


def _measured[T](call: Callable[[], T]) -> tuple[T, float, float]:
    gc.collect()
    started, cpu = time.perf_counter(), time.process_time()
    found = call()
    return found, round(time.perf_counter() - started, 3), round(time.process_time() - cpu, 3)


if __name__ == "__main__":
    main()
