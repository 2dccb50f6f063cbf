"""A meeting as a VEVENT, and VEVENTs as an iCalendar file: the one way in which meetings leave this room (RFC 5545)."""

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Protocol

from icalendar import Calendar, Component, Event, Timezone, vCalAddress, vUri
from icalendar.error import GloballyUniqueTZIDGuessed

from jembatan.meetings.formats.attendee import Attendee
from jembatan.meetings.formats.calendars import BROKEN
from jembatan.meetings.formats.joining import CONFERENCE, is_link, link_of
from jembatan.meetings.formats.timed import Timed, timed_event

PRODUCT = "-//Jembatan//Meetings//EN"
OWN = {
    *(
        "UID",
        "SEQUENCE",
        "RECURRENCE-ID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "EXRULE",
        "RDATE",
        "EXDATE",
    ),
    *("SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "CLASS", "ORGANIZER", "ATTENDEE"),
}
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
CLASSES = {"TLP:RED": "PRIVATE", "TLP:AMBER+STRICT": "CONFIDENTIAL"}
ANSWERS = {
    "accepted": "ACCEPTED",
    "declined": "DECLINED",
    "tentative": "TENTATIVE",
    "delegated": "DELEGATED",
}


class Described(Timed, Protocol):
    """What a VEVENT says of a meeting. `source` is the VEVENT that it was read from, where it was."""

    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def location(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def join_url(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def marking(self) -> str: ...
    @property
    def source(self) -> str: ...


def write_event(event: Described, people: Iterable[Attendee], *, now: datetime) -> Component:
    """The VEVENT. What its source said that we have no word for (an alarm, a colour) stands beside it, as it was."""
    written = timed_event(event)
    written.add("DTSTAMP", now.astimezone(UTC))
    for name, text in (
        ("SUMMARY", event.title),
        ("DESCRIPTION", event.description),
        ("LOCATION", event.location or event.join_url),
        ("URL", event.url or event.join_url),
        ("STATUS", event.status.upper()),
        ("CLASS", CLASSES.get(event.marking, "")),
    ):
        if text:
            written.add(name, CONTROLS.sub("", text))
    for person in people:
        if person.email and person.organiser:
            written.add("ORGANIZER", _address(person, {}))
        if person.uri or (person.email and (not person.organiser or person.status != "unknown")):
            written.add("ATTENDEE", _address(person, dict(_answer(person))))
    _keep_the_rest(written, event.source)
    _name_the_conference(written, event.join_url)
    return written


def write_calendar(events: Iterable[Component], *, method: str = "") -> bytes:
    """An iCalendar file with the zones that its times name, folded at 75 octets, lines ended by CR LF.

    `method` makes it a message of iTIP (RFC 5546).
    """
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    if method:
        calendar.add("METHOD", method)
    for event in events:
        calendar.add_component(event)
    zones = (zone_component(name) for name in sorted(calendar.get_missing_tzids()))
    calendar.subcomponents[:0] = [zone for zone in zones if zone is not None]
    written: bytes = calendar.to_ical(sorted=False)
    return written


@lru_cache(maxsize=600)
def zone_component(name: str) -> Timezone | None:
    """Its VTIMEZONE, which takes up to 50 ms to work out; None for a name that nobody knows."""
    try:
        return Timezone.from_tzid(name)
    except ValueError:
        return None


def _address(person: Attendee, parameters: dict[str, str]) -> vCalAddress:
    address = vCalAddress(f"mailto:{person.email}" if person.email else person.uri)
    if person.name:
        address.params["CN"] = person.name
    address.params.update(parameters)
    return address


def _answer(person: Attendee) -> Iterator[tuple[str, str]]:
    if person.kind != "individual":
        yield "CUTYPE", person.kind.upper()
    yield "ROLE", "OPT-PARTICIPANT" if person.optional else "REQ-PARTICIPANT"
    yield "PARTSTAT", ANSWERS.get(person.status, "NEEDS-ACTION")
    if person.status == "unknown" and person.email:
        yield "RSVP", "TRUE"


def _name_the_conference(written: Event, link: str) -> None:
    """Beside the place and the address, which programs show that know no CONFERENCE; as its source names it where that is the same."""
    if not is_link(link) or (link_of(written) == link and any(name in written for name in CONFERENCE)):
        return
    for name in CONFERENCE:
        written.pop(name, None)
    written.add("CONFERENCE", vUri(link, params={"VALUE": "URI", "FEATURE": "AUDIO,VIDEO"}))


def _keep_the_rest(written: Event, source: str) -> None:
    if not source.upper().startswith("BEGIN:VEVENT"):
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", GloballyUniqueTZIDGuessed)
            before: Any = Component.from_ical(source)
    except BROKEN:
        return
    for name, value in before.items():
        if name.upper() not in OWN and not before.errors:
            written[name] = value
    written.subcomponents.extend(before.subcomponents)
