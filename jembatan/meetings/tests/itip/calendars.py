"""Calendars and messages of the tests, written by hand: an invitation from Ratna to Sari and Budi."""

from datetime import UTC, datetime

from jembatan.meetings.formats.itip.scheduled import Scheduled, read_scheduled

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
RATNA = "ORGANIZER;CN=Ratna:mailto:ratna@kantor.example"
SARI = "ATTENDEE;CN=Sari:mailto:sari@mitra.example"
BUDI = "ATTENDEE;CN=Budi:mailto:budi@mitra.example"
TIMES = "DTSTART;TZID=Asia/Jakarta:20260305T140000\nDTEND;TZID=Asia/Jakarta:20260305T150000"
WEEKLY = f"{TIMES}\nRRULE:FREQ=WEEKLY"


def calendar(*events: str, method: str = "") -> Scheduled:
    """Of VEVENTs given by their lines; each has the UID `rapat` unless it says another."""
    found, _file = read_scheduled(text(*events, method=method).encode())
    assert found is not None
    return found


def text(*events: str, method: str = "") -> str:
    """The same as a file."""
    bodies = "".join(
        f"BEGIN:VEVENT\n{'' if 'UID:' in event else 'UID:rapat\n'}{event.strip()}\nEND:VEVENT\n"
        for event in events
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{f'METHOD:{method}\n' if method else ''}{bodies}END:VCALENDAR\n"


def lines(raw: bytes) -> list[str]:
    """Unfolded content lines."""
    return raw.decode().replace("\r\n ", "").strip().split("\r\n")
