"""Calendars of many programs, some broken on purpose: nothing raises, nothing is lost, nothing shifts."""

import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import recurring_ical_events
from icalendar import Calendar
from icalendar.timezone import tzp

from jembatan.accounts.actor import Actor
from jembatan.meetings.formats.calendars import BROKEN, read_calendars
from jembatan.meetings.formats.expansion import expand
from jembatan.meetings.models import Meeting
from jembatan.platform.imports.actions.run import import_now

CALENDARS = Path(__file__).parents[3] / "shared" / "corpora" / "calendars"
FOLDERS = ("icalendar", "recurring")
START, END = date(2012, 1, 1), date(2025, 1, 1)

pytestmark = pytest.mark.skipif(not CALENDARS.exists(), reason="the corpora are not beside the project")


@pytest.fixture(autouse=True)
def zones_forgotten() -> Iterator[None]:
    """The library remembers zones that a file defined; the next test starts without them."""
    yield
    tzp.use_default()


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_event_of_every_file_is_an_item(folder: str) -> None:
    for path in sorted((CALENDARS / folder).rglob("*.ics")):
        raw = path.read_bytes()

        items = [item for item in read_calendars(raw).items if item.block.name == "VEVENT"]

        assert len(items) == sum(line.strip().upper() == b"BEGIN:VEVENT" for line in raw.splitlines()), (
            path.name
        )


@pytest.mark.parametrize("folder", FOLDERS)
def test_occurrences_are_those_that_the_library_finds(folder: str) -> None:
    compared = 0
    for path in sorted((CALENDARS / folder).rglob("*.ics")):
        expected = _expected(path.read_bytes())
        if expected is None:
            continue

        found = expand(read_calendars(path.read_bytes()), START, END)

        told = Counter((o.uid, str(o.recurrence_id), str(o.start), str(o.end), o.summary) for o in found)
        assert told == expected, path.name
        compared += 1
    assert compared > 80


@pytest.mark.django_db
def test_import_accounts_for_every_item_and_importing_again_changes_nothing(head: Actor) -> None:
    first = import_now(head, [CALENDARS], kind="calendar").batch
    count = Meeting.objects.count()

    second = import_now(head, [CALENDARS], kind="calendar").batch

    assert first.read == first.filed + first.updated + first.duplicates + first.quarantined
    assert first.filed > 3000
    assert (second.read, second.filed, second.updated) == (first.read, 0, 0)
    assert (second.quarantined, Meeting.objects.count()) == (first.quarantined, count)


def _expected(raw: bytes) -> Counter[tuple[str, ...]] | None:
    """What the library itself finds; None where it refuses the file."""
    tzp.use_default()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = [
                event
                for calendar in Calendar.from_ical(raw, multiple=True)
                for event in recurring_ical_events.of(calendar).between(START, END)
            ]
        except BROKEN:
            return None
    return Counter(
        (
            str(event.get("UID", "")),
            *(str(event[name].dt) for name in ("RECURRENCE-ID", "DTSTART", "DTEND")),
            str(event.get("SUMMARY", "")),
        )
        for event in found
    )
