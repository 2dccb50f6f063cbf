"""The ordinary meeting as iCalendar text, line by line: the same as `writing` says by the library, in a tenth of the time.

Whatever is out of the ordinary (a meeting held online, dates that are left out, a rule of another calendar, an unknown property that a telephone brought
along) is left to the library: then there is no text from here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache

from jembatan.directory.formats.vcard_writer import fold_line
from jembatan.meetings.formats.attendee import Attendee
from jembatan.meetings.formats.timed import as_meant, in_its_zone, read_written
from jembatan.meetings.formats.writing import (
    ANSWERS,
    CLASSES,
    CONTROLS,
    OWN,
    PRODUCT,
    Described,
    zone_component,
)

RULE = re.compile(r"RRULE:(?=[^:]*FREQ=)[A-Z0-9=;,+-]+")
ZONE = re.compile(r"UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+)+")
EMAIL = re.compile(r"[^\s\x00-\x1f\x7f<>\"]+")
NAME = re.compile(r"[^\x00-\x1f\x7f\"^]*")
QUOTED = re.compile(r"[,;:’' ]")
WORD = re.compile(r"[^\s\x00-\x1f\x7f]*")
TEXT = r"(?:[^\x00-\x1f\x7f\\;,]|\\[\\;,n])*"
KEPT = re.compile(
    rf"TRANSP:(?:OPAQUE|TRANSPARENT)|(?:CREATED|LAST-MODIFIED):\d{{8}}T\d{{6}}Z|PRIORITY:\d|X-[A-Z0-9-]+:{TEXT}"
)
IN_ALARM = re.compile(
    rf"ACTION:[A-Z]+|TRIGGER:-?P(?:\d+[WD]|(?:\d+D)?T[0-9HMS]+)|(?:DESCRIPTION|SUMMARY|UID|X-[A-Z0-9-]+):{TEXT}"
)
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class _Unusual(Exception):
    """Something that the library shall write."""


def plain_calendar(events: Sequence[tuple[Described, Iterable[Attendee], datetime]]) -> str | None:
    """These events, each with those who take part and its DTSTAMP, as one file; None where one is out of the ordinary.

    Each says its marking in `X-TLP`.
    """
    try:
        written = [line for event, people, now in events for line in _event(event, people, now)]
        zones = {event.zone for event, _people, _now in events if event.clock == "zoned"} - {"UTC"}
        defined = "".join(_zone_text(name) for name in sorted(zones))
    except _Unusual:
        return None
    head = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODUCT}\r\n"
    body = b"".join(fold_line(line) for line in written).decode()
    return f"{head}{defined}{body}END:VCALENDAR\r\n"


def _event(event: Described, people: Iterable[Attendee], now: datetime) -> Iterator[str]:
    if event.join_url:
        raise _Unusual
    properties, alarms = _kept(event.source)
    yield "BEGIN:VEVENT"
    yield from _rule(event.rule)
    yield f"UID:{_escaped(event.uid)}"
    yield f"SEQUENCE:{event.sequence}"
    yield _moment("DTSTART", as_meant(event.starts_at, event), event.zone)
    yield _moment("DTEND", as_meant(event.ends_at, event), event.zone)
    if event.recurrence_id:
        if event.and_future:
            raise _Unusual
        yield _moment("RECURRENCE-ID", in_its_zone(read_written(event.recurrence_id), event), event.zone)
    yield _moment("DTSTAMP", now.astimezone(UTC), "UTC")
    for name, text in (
        ("SUMMARY", event.title),
        ("DESCRIPTION", event.description),
        ("LOCATION", event.location),
    ):
        if text:
            yield f"{name}:{_escaped(text)}"
    if event.url:
        yield f"URL:{_only(WORD, event.url)}"
    yield f"STATUS:{event.status.upper()}"
    if event.marking in CLASSES:
        yield f"CLASS:{CLASSES[event.marking]}"
    for person in people:
        yield from _person(person)
    yield from properties
    yield f"X-TLP:{event.marking}"
    yield from alarms
    yield "END:VEVENT"


def _rule(rule: str) -> Iterator[str]:
    if rule:
        yield _only(RULE, rule)


def _moment(name: str, moment: date, zone: str) -> str:
    if not isinstance(moment, datetime):
        return f"{name};VALUE=DATE:{moment.isoformat().replace('-', '')}"
    written = moment.replace(tzinfo=None, microsecond=0).isoformat().replace("-", "").replace(":", "")
    if moment.tzinfo is None:
        return f"{name}:{written}"
    if moment.tzinfo is UTC or zone == "UTC":
        return f"{name}:{written}Z"
    return f"{name};TZID={zone}:{written}"


def _person(person: Attendee) -> Iterator[str]:
    if not person.email and not person.uri:
        return
    address = f":{_only(EMAIL, f'mailto:{person.email}' if person.email else person.uri)}"
    named = f";CN={_parameter(_only(NAME, person.name))}" if person.name else ""
    if person.organiser and person.email:
        yield f"ORGANIZER{named}{address}"
        if person.status == "unknown":
            return
    kind = "" if person.kind == "individual" else f";CUTYPE={person.kind.upper()}"
    role = "OPT-PARTICIPANT" if person.optional else "REQ-PARTICIPANT"
    answer = ANSWERS.get(person.status, "NEEDS-ACTION")
    asked = ";RSVP=TRUE" if person.status == "unknown" and person.email else ""
    yield f"ATTENDEE{named}{kind};ROLE={role};PARTSTAT={answer}{asked}{address}"


def _kept(source: str) -> tuple[list[str], list[str]]:
    """What its source said that we have no word for: properties, and alarms with their lines."""
    properties: list[str] = []
    alarms: list[str] = []
    if not source.upper().startswith("BEGIN:VEVENT"):
        return properties, alarms
    inside = False
    for line in source.split("\r\n")[1:-1]:
        if line in {"BEGIN:VALARM", "END:VALARM"} and inside == (line == "END:VALARM"):
            inside = not inside
            alarms.append(line)
        elif inside:
            alarms.append(_only(IN_ALARM, line))
        elif re.split("[;:]", line, maxsplit=1)[0].upper() not in OWN and not line.startswith("X-TLP:"):
            properties.append(_only(KEPT, line))
    if inside:
        raise _Unusual
    return properties, alarms


def _only(shape: re.Pattern[str], text: str) -> str:
    if not shape.fullmatch(text):
        raise _Unusual
    return text


def _escaped(text: str) -> str:
    return CONTROLS.sub("", text).translate(ESCAPED)


def _parameter(text: str) -> str:
    return f'"{text}"' if QUOTED.search(text) else text


@cache
def _zone_text(name: str) -> str:
    found = zone_component(name) if ZONE.fullmatch(name) else None
    if found is None:
        raise _Unusual
    return str(found.to_ical(sorted=False).decode())
