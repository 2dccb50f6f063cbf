"""What is known of when a stored meeting is, as a VEVENT with its times and nothing else."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol

from icalendar import Event

from jembatan.meetings.formats.zones import zone_or_utc


class Timed(Protocol):
    """What has the times of a VEVENT, kept as `formats.event.Event` keeps them: that itself, a `Part`, a stored meeting."""

    @property
    def uid(self) -> str: ...
    @property
    def recurrence_id(self) -> str: ...
    @property
    def and_future(self) -> bool: ...
    @property
    def sequence(self) -> int: ...
    @property
    def clock(self) -> str: ...
    @property
    def zone(self) -> str: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def rule(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Part:
    """A stored VEVENT: `key` tells it apart, times as `formats.event.Event` keeps them."""

    key: int
    uid: str
    recurrence_id: str
    and_future: bool
    sequence: int
    clock: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    rule: str


def timed_event(part: Timed) -> Event:
    """UID, SEQUENCE, DTSTART, DTEND, how it repeats and RECURRENCE-ID, all in the meeting's own zone."""
    lines = ["BEGIN:VEVENT", part.rule.replace("\n", "\r\n"), "END:VEVENT"]
    event = Event.from_ical("\r\n".join(line for line in lines if line))
    assert isinstance(event, Event)
    _relocate_dates(event, part)
    event.add("UID", part.uid)
    event.add("SEQUENCE", part.sequence)
    event.add("DTSTART", as_meant(part.starts_at, part))
    event.add("DTEND", as_meant(part.ends_at, part))
    if part.recurrence_id:
        parameters = {"RANGE": "THISANDFUTURE"} if part.and_future else {}
        event.add("RECURRENCE-ID", in_its_zone(read_written(part.recurrence_id), part), parameters)
    return event


def as_meant(moment: datetime, part: Timed) -> date:
    """A stored time as its calendar wrote it: a day, a wall-clock time, or a moment in the meeting's zone."""
    if part.clock == "date":
        return moment.astimezone(UTC).date()
    if part.clock == "floating":
        return moment.astimezone(UTC).replace(tzinfo=None)
    return moment.astimezone(zone_or_utc(part.zone))


def read_written(text: str) -> date:
    """The inverse of `formats.recurrence.written`."""
    if len(text) == 8:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    moment = datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 the Z is read below
    return moment.replace(tzinfo=UTC) if text.endswith("Z") else moment


def in_its_zone(moment: Any, part: Timed) -> Any:
    """A moment in the zone of the meeting; a day or a wall-clock time as it is."""
    if part.clock == "zoned" and isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(zone_or_utc(part.zone))
    return moment


def _relocate_dates(event: Event, part: Timed) -> None:
    """RDATE and EXDATE in the meeting's own zone, so that what is derived from them is in that zone too."""
    for name in ("RDATE", "EXDATE"):
        values = event.pop(name, [])
        for value in values if isinstance(values, list) else [values]:
            kind = {"VALUE": value.params["VALUE"]} if "VALUE" in value.params else {}
            event.add(name, [in_its_zone(each.dt, part) for each in value.dts], kind)
