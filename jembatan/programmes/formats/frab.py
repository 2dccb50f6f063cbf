"""Conference schedules in the XML of frab, pentabarf and their kin (pretalx, wafer): one event a talk, in rooms, on days.

Written anew after what the files hold; there is no standard. `date` of an event, where it is there, is a moment with its offset
and counts; else the day of its <day> and its `start`, in the zone that the conference names, and after midnight where `start` lies
before the hour at which days change.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lxml import etree

from jembatan.programmes.formats.zones import is_zone

LONGEST = timedelta(days=7)
DEFAULT_LENGTH = timedelta(hours=1)
LATEST_YEAR = 9000
CLOCK = re.compile(r"^(\d{1,3}):(\d{2})(?::\d{2})?$")


class NotASchedule(ValueError):
    """The file is no XML, or no schedule; the message says which, in English, for logs."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Something in the programme of a conference. `zone` is "" where only an offset is known. `uid` is stable from one version to the next."""

    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    room: str
    note: str
    line: int
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """An event that cannot be placed in time; `fault` is one of `FAULTS`."""

    line: int
    title: str
    fault: str
    raw: bytes


FAULTS = ("no_title", "no_start", "too_long")


@dataclass(slots=True)
class Schedule:
    """A conference."""

    title: str = ""
    zone: str = ""
    talks: list[Talk] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)


def looks_like_schedule(head: bytes) -> bool:
    """By the first element."""
    return re.search(rb"<schedule[\s>]", head[:4096]) is not None


def read_schedule(content: bytes, *, zone: str) -> Schedule:
    """All of it; `zone` is where the times are meant unless the file says otherwise. Raises `NotASchedule`."""
    root = _root(content)
    conference = root.find("conference")
    named = "" if conference is None else _text(conference, "time_zone_name")
    schedule = Schedule(
        title="" if conference is None else _text(conference, "title"), zone=named if is_zone(named) else zone
    )
    changes = _length("00:00" if conference is None else _text(conference, "day_change") or "00:00")
    seen: dict[str, int] = {}
    for day, element in _events(root):
        _take(schedule, day, element, changes or timedelta(), seen)
    return schedule


def _root(content: bytes) -> "etree._Element":
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, recover=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotASchedule(str(error).partition("\n")[0] or "no XML") from error
    if root.tag != "schedule":
        raise NotASchedule("no <schedule>")
    return root


def _events(root: "etree._Element") -> "Iterator[tuple[date | None, etree._Element]]":
    for day in root.iter("day"):
        for event in day.iter("event"):
            yield _day(day.get("date") or ""), event


def _take(
    schedule: Schedule,
    day: date | None,
    element: "etree._Element",
    changes: timedelta,
    seen: dict[str, int],
) -> None:
    title, line = _text(element, "title"), int(element.sourceline or 0)
    starts_at = _start(element, day, ZoneInfo(schedule.zone), changes)
    length = _length(_text(element, "duration")) or DEFAULT_LENGTH
    fault = "" if title else "no_title"
    if starts_at is None:
        fault = fault or "no_start"
    elif length > LONGEST or starts_at.year >= LATEST_YEAR:
        fault = fault or "too_long"
    if fault or starts_at is None:
        raw: bytes = etree.tostring(element)
        schedule.broken.append(Broken(line, title, fault, raw))
        return
    uid = _uid(element, title, starts_at)
    seen[uid] = seen.get(uid, 0) + 1
    if seen[uid] > 1:  # the same event in two rooms
        uid = f"{uid}-{seen[uid]}"
    note = "\n".join(filter(None, (_text(element, "subtitle"), _text(element, "track"), _persons(element))))
    schedule.talks.append(
        Talk(uid, title[:300], starts_at, starts_at + length, _text(element, "room")[:200], note[:2000], line)
    )


def _start(
    element: "etree._Element", day: date | None, zone: ZoneInfo, changes: timedelta
) -> datetime | None:
    try:
        moment = datetime.fromisoformat(_text(element, "date"))
    except ValueError:
        moment = None
    if moment is not None and moment.tzinfo is not None:
        return moment
    clock = _length(_text(element, "start"))
    if moment is not None and moment.time() != time():
        return moment.replace(tzinfo=zone)
    day = moment.date() if moment is not None else day
    if clock is None or day is None or day.year >= LATEST_YEAR:
        return None
    if clock < changes:
        clock += timedelta(days=1)
    days, within = divmod(clock, timedelta(days=1))
    hour, minute = divmod(int(within.total_seconds()) // 60, 60)
    return datetime.combine(day + timedelta(days=days), time(hour, minute), zone)


def _uid(element: "etree._Element", title: str, starts_at: datetime) -> str:
    """Its own guid, else its number, else what it is called and when it was to begin."""
    own = element.get("guid") or element.get("id")
    if own:
        return f"frab-{own.strip()[:200]}"
    digest = hashlib.sha256(f"{title}|{starts_at.isoformat()}".encode()).hexdigest()[:24]
    return f"frab-{digest}"


def _persons(element: "etree._Element") -> str:
    return ", ".join(" ".join("".join(person.itertext()).split()) for person in element.iter("person"))


def _text(element: "etree._Element", name: str) -> str:
    child = element.find(name)
    return "" if child is None else " ".join("".join(child.itertext()).split()).replace("\x00", "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _length(text: str) -> timedelta | None:
    """Hours and minutes, "01:30"."""
    written = CLOCK.match(text.strip())
    return timedelta(hours=int(written[1]), minutes=int(written[2])) if written else None
