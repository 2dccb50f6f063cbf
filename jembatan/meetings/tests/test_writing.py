"""Meetings written as calendars say again what was read: times, repetition, people, and what we have no word for."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.meetings.formats.calendars import read_calendars
from jembatan.meetings.formats.event import Event, event_of
from jembatan.meetings.formats.writing import write_calendar, write_event

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
JAKARTA = "DTSTART;TZID=Asia/Jakarta:20260305T140000\nDTEND;TZID=Asia/Jakarta:20260305T150000"

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"), max_size=300)


def read(lines: str) -> Event:
    return read_file(f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n".encode())


def read_file(raw: bytes) -> Event:
    return event_of(next(item for item in read_calendars(raw).items if item.block.name == "VEVENT"))


def written(event: Event) -> bytes:
    return write_calendar([write_event(event, event.attendees, now=NOW)])


@pytest.mark.parametrize(
    "times",
    [
        JAKARTA,
        "DTSTART:20260305T070000Z\nDURATION:PT1H",
        "DTSTART:20260305T140000\nDTEND:20260305T150000",
        "DTSTART;VALUE=DATE:20260305\nDTEND;VALUE=DATE:20260307",
        f"{JAKARTA}\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Asia/Jakarta:20260312T140000\nRDATE:20260401T070000Z",
        f"{JAKARTA}\nRDATE;VALUE=PERIOD:20260401T070000Z/PT1H",
        f"{JAKARTA}\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Jakarta:20260305T130000",
        "DTSTART;TZID=America/New_York:20991231T233000\nRRULE:FREQ=YEARLY",
    ],
)
def test_written_meeting_is_read_as_it_was(times: str) -> None:
    before = read(f"SUMMARY:Rapat\\, pleno\nSEQUENCE:3\nSTATUS:TENTATIVE\nLOCATION:Ruang 1\n{times}")

    after = read_file(written(before))

    assert _without_source(after) == _without_source(before)


def test_people_stand_with_their_answers_and_what_has_no_word_stays() -> None:
    before = read(
        f"{JAKARTA}\nX-COLOUR:merah\nORGANIZER;CN=Ratna:mailto:ratna@kantor.example\n"
        'ATTENDEE;CN="Sari, Bu";PARTSTAT=DECLINED:mailto:sari@mitra.example\n'
        "ATTENDEE:mailto:budi@mitra.example\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nEND:VALARM"
    )

    lines = written(before).decode().replace("\r\n ", "").split("\r\n")

    assert [line for line in lines if line.startswith(("ORGANIZER", "ATTENDEE", "X-COLOUR", "TRIGGER"))] == [
        "ORGANIZER;CN=Ratna:mailto:ratna@kantor.example",
        "ATTENDEE;CN=Ratna;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:ratna@kantor.example",
        'ATTENDEE;CN="Sari, Bu";ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED:mailto:sari@mitra.example',
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:budi@mitra.example",
        "X-COLOUR:merah",
        "TRIGGER:-PT5M",
    ]


def test_file_defines_the_zones_that_its_times_name() -> None:
    assert b"BEGIN:VTIMEZONE\r\nTZID:Asia/Jakarta\r\n" in written(read(JAKARTA))


@given(title=TEXTS, description=TEXTS)
def test_any_text_survives(title: str, description: str) -> None:
    before = replace(read(JAKARTA), title=title, description=description)

    after = read_file(written(before))

    assert (after.title, after.description) == (" ".join(title.split()), description.strip())


def _without_source(event: Event) -> Event:
    return replace(event, source="", stamp=None, defects=())
