"""Moving a meeting by its form: days, hours, zone, whole days; what is refused, and in which words."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.meetings.models import Meeting, Occurrence
from jembatan.meetings.tests.test_pages import DAY, planned
from jembatan.meetings.web.pages.times import as_typed

type ClientOf = Callable[[Actor], Client]

MOVED = {
    "first_day": "2026-03-05",
    "begins": "09:00",
    "last_day": "2026-03-05",
    "ends": "10:30",
    "zone": "Asia/Tokyo",
    "version": "1",
}


def post(client: Client, meeting: Meeting, **changes: str) -> object:
    return client.post(reverse("meetings:times", args=[meeting.pk]), MOVED | changes)


def test_days_hours_and_zone_are_moved_together(officer: Actor, drafter: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)

    answer = client_of(drafter).post(reverse("meetings:times", args=[meeting.pk]), MOVED)

    meeting.refresh_from_db()
    assert answer.status_code == 302
    assert (meeting.starts_at, meeting.ends_at) == (
        datetime(2026, 3, 5, 0, tzinfo=UTC),
        datetime(2026, 3, 5, 1, 30, tzinfo=UTC),
    )
    assert (meeting.zone, meeting.version) == ("Asia/Tokyo", 2)
    assert Occurrence.objects.get().starts_at == meeting.starts_at
    assert Entry.objects.get(kind="meeting.changed").summary == "Moved to 2026-03-05: Bilateral"


def test_form_shows_the_meeting_in_its_own_zone(officer: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)

    page = client_of(officer).get(reverse("meetings:times", args=[meeting.pk])).content.decode()

    assert 'value="14:00"' in page
    assert '<option value="Asia/Jakarta" selected>' in page


def test_whole_days_need_no_hours(officer: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)

    post(client_of(officer), meeting, all_day="on", begins="", ends="", last_day="2026-03-06")

    meeting.refresh_from_db()
    assert (meeting.clock, meeting.zone) == ("date", "")
    assert (meeting.starts_at, meeting.ends_at) == (
        datetime(2026, 3, 5, tzinfo=UTC),
        datetime(2026, 3, 7, tzinfo=UTC),
    )


def test_without_a_last_day_it_ends_on_the_first(officer: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)

    post(client_of(officer), meeting, last_day="")

    meeting.refresh_from_db()
    assert meeting.ends_at - meeting.starts_at == timedelta(minutes=90)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"first_day": ""}, "Say on which day it begins."),
        ({"begins": ""}, "Say at what time it begins, or that it lasts all day."),
        ({"ends": ""}, "Say at what time it ends, or that it lasts all day."),
        ({"ends": "08:00"}, "The meeting ends before it begins."),
        ({"last_day": "2028-03-05"}, "A meeting cannot last longer than a year."),
        (
            {
                "first_day": "2026-03-29",
                "last_day": "",
                "begins": "02:30",
                "ends": "04:00",
                "zone": "Europe/Paris",
            },
            "Clocks are set forward then: there is no such time that day in Europe/Paris.",
        ),
        ({"zone": "Mars/Olympus"}, "Select a valid choice."),
    ],
)
def test_what_makes_no_sense_is_refused_in_plain_words(
    officer: Actor, client_of: ClientOf, changes: dict[str, str], words: str
) -> None:
    meeting = planned(officer)

    answer = client_of(officer).post(reverse("meetings:times", args=[meeting.pk]), MOVED | changes)

    assert answer.status_code == 422
    assert escape(words) in answer.content.decode()
    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.version) == (DAY, 1)


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {
            "clock": "date",
            "zone": "",
            "starts_at": datetime(2026, 3, 4, tzinfo=UTC),
            "ends_at": datetime(2026, 3, 6, tzinfo=UTC),
        },
        {"clock": "floating", "zone": ""},
        {
            "clock": "date",
            "zone": "",
            "precision": "month",
            "starts_at": datetime(2013, 4, 1, tzinfo=UTC),
            "ends_at": datetime(2013, 5, 1, tzinfo=UTC),
        },
    ],
    ids=["zoned", "days", "floating", "month"],
)
def test_undo_puts_it_back_exactly(officer: Actor, client_of: ClientOf, kept: dict[str, object]) -> None:
    planned(officer)
    Meeting.objects.update(**kept)
    meeting = Meeting.objects.get()
    before, client = as_typed(meeting), client_of(officer)
    floating = {"zone": ""} if meeting.clock == "floating" else {}
    post(client, meeting, **floating)
    moved = Meeting.objects.get()
    assert moved.starts_at != meeting.starts_at

    client.post(reverse("meetings:times", args=[meeting.pk]), {**before, "version": str(moved.version)})

    back = Meeting.objects.get()
    for name in ("clock", "zone", "precision", "starts_at", "ends_at"):
        assert getattr(back, name) == getattr(meeting, name), name


def test_move_of_an_older_version_shows_both(officer: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)
    Meeting.objects.update(version=2)

    answer = client_of(officer).post(reverse("meetings:times", args=[meeting.pk]), MOVED)
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "Now it is on Wed, 4 Mar 2026, 14:00–15:00 WIB (UTC+7)." in page
    assert 'value="2026-03-05"' in page
    assert 'name="version" value="2"' in page


def test_series_says_why_it_is_not_moved_here(officer: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)
    Meeting.objects.update(rule="RRULE:FREQ=WEEKLY")
    client, address = client_of(officer), reverse("meetings:times", args=[meeting.pk])

    for answer in (client.get(address), client.post(address, MOVED)):
        page = answer.content.decode()
        assert "Move it there and import the calendar again" in page
        assert 'name="first_day"' not in page
    assert Meeting.objects.get().starts_at == DAY


def test_only_those_who_write_move_a_meeting(
    officer: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    meeting = planned(officer)
    address = reverse("meetings:times", args=[meeting.pk])

    assert client_of(reader).get(address).status_code == 403
    assert client_of(reader).post(address, MOVED).status_code == 403
    assert client_of(stranger).post(address, MOVED).status_code == 404
    page = reverse("meetings:meeting", args=[meeting.pk])
    assert address in client_of(officer).get(page).content.decode()
    assert address not in client_of(reader).get(page).content.decode()
