"""What is written line by line says the same as what the library writes, and leaves to it what is out of the ordinary."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from jembatan.meetings.formats.attendee import Attendee
from jembatan.meetings.formats.marked import Described
from jembatan.meetings.formats.plain_writing import plain_calendar
from jembatan.meetings.formats.writing import write_calendar, write_event

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
MEETING = Described(
    uid="rapat-1@kantor.example",
    recurrence_id="",
    and_future=False,
    sequence=2,
    clock="zoned",
    zone="Asia/Jakarta",
    starts_at=datetime(2026, 3, 5, 7, tzinfo=UTC),
    ends_at=datetime(2026, 3, 5, 8, 30, tzinfo=UTC),
    rule="",
    title="Rapat pleno",
    description="Agenda, notulen; tindak lanjut\nRuang \\ lantai",
    location="Ruang 1",
    url="https://rapat.example/1?a=b",
    join_url="",
    status="confirmed",
    marking="TLP:GREEN",
    source="",
)
GUESTS = (
    Attendee(name="Ratna", email="ratna@kantor.example", organiser=True),
    Attendee(name="Sari, Bu", email="sari@mitra.example", status="declined", optional=True),
    Attendee(name="Tanpa Surel", uri="urn:jembatan:guest:7"),
    Attendee(name="Tuan Rumah", organiser=True, status="accepted", uri="urn:jembatan:guest:8"),
)
SOURCE = (
    "BEGIN:VEVENT",
    "SUMMARY:Lama",
    "TRANSP:OPAQUE",
    "X-COLOUR:merah",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Rapat\\, pleno",
    "TRIGGER:-PT15M",
    "END:VALARM",
    "END:VEVENT",
)
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"), max_size=200)


def plain(event: Described, people: tuple[Attendee, ...] = GUESTS) -> str | None:
    return plain_calendar([(event, people, NOW)])


def by_library(event: Described, people: tuple[Attendee, ...] = GUESTS) -> str:
    written = write_event(event, people, now=NOW)
    written["X-TLP"] = event.marking
    return write_calendar([written]).decode()


def same(one: str | None, other: str) -> bool:
    """The same lines in the same order, wherever they are folded."""
    return one is not None and one.replace("\r\n ", "") == other.replace("\r\n ", "")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"clock": "floating", "zone": ""},
        {"clock": "date", "zone": "", "ends_at": datetime(2026, 3, 7, tzinfo=UTC)},
        {"zone": "UTC"},
        {"rule": "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TH"},
        {"recurrence_id": "20260305T070000Z"},
        {"clock": "date", "zone": "", "recurrence_id": "20260305", "starts_at": NOW, "ends_at": NOW},
        {"clock": "floating", "zone": "", "recurrence_id": "20260305T140000"},
        {"marking": "TLP:AMBER+STRICT", "status": "tentative", "url": "", "location": ""},
        {"source": "\r\n".join(SOURCE)},
        {"source": "\t".join(["12 Mei", "rapat"])},
        {
            "zone": "America/New_York",
            "starts_at": datetime(2099, 12, 31, 23, tzinfo=UTC),
            "ends_at": datetime(2100, 1, 1, tzinfo=UTC),
        },
    ],
)
def test_says_the_same_as_the_library(changes: dict[str, object]) -> None:
    event = replace(MEETING, **changes)  # type: ignore[arg-type]  # fields by name
    assert same(plain(event), by_library(event))


@pytest.mark.parametrize(
    "changes",
    [
        {"rule": "RRULE:FREQ=WEEKLY\nEXDATE;TZID=Asia/Jakarta:20260312T140000"},
        {"rule": "RRULE:RSCALE=CHINESE;FREQ=YEARLY;SKIP=FORWARD:"},
        {"recurrence_id": "20260305T070000Z", "and_future": True},
        {"zone": "Mars/Olympus"},
        {"url": "https://rapat.example/ dua kata"},
        {"join_url": "https://rapat.example/kamar-1"},
        {"source": "BEGIN:VEVENT\r\nGEO:1;2\r\nEND:VEVENT"},
        {"source": "BEGIN:VEVENT\r\nX-A;FMTTYPE=text/html:<p>\r\nEND:VEVENT"},
        {"source": "BEGIN:VEVENT\r\nBEGIN:VALARM\r\nATTENDEE:mailto:a@b.example\r\nEND:VALARM\r\nEND:VEVENT"},
    ],
)
def test_leaves_the_unusual_to_the_library(changes: dict[str, object]) -> None:
    assert plain(replace(MEETING, **changes)) is None  # type: ignore[arg-type]  # fields by name


@given(
    title=TEXTS,
    description=TEXTS,
    name=st.text(max_size=40),
    email=st.text(min_size=1, max_size=40),
    minutes=st.integers(0, 60 * 24 * 400),
    zone=st.sampled_from(["Asia/Jakarta", "Europe/Berlin", "America/New_York", "UTC"]),
)
def test_any_meeting_is_read_as_it_would_be_from_the_library(
    title: str, description: str, name: str, email: str, minutes: int, zone: str
) -> None:
    starts = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    event = replace(
        MEETING,
        title=title,
        description=description,
        zone=zone,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
    )
    text = plain(event, (Attendee(name=name, email=email, status="accepted"),))
    if text is None:
        return
    (written,) = Calendar.from_ical(text).walk("VEVENT")
    (guest,) = written["ATTENDEE"] if isinstance(written["ATTENDEE"], list) else [written["ATTENDEE"]]
    assert str(written.get("SUMMARY", "")) == title
    assert str(written.get("DESCRIPTION", "")) == description
    assert (str(guest), guest.params.get("CN", "")) == (f"mailto:{email}", name)
    assert (written.decoded("DTSTART"), written.decoded("DTEND")) == (starts, starts + timedelta(hours=1))
    assert not written.errors


@given(st.lists(st.text(max_size=60), max_size=6))
def test_whatever_a_source_says_is_kept_whole_or_left_to_the_library(lines: list[str]) -> None:
    text = plain(replace(MEETING, source="\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])))
    if text is not None:
        assert [one.name for one in Calendar.from_ical(text).walk()].count("VEVENT") == 1
