"""The dates of a series take rooms and time as single meetings do, and follow whatever happens to them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.meetings.actions.apart import set_apart
from jembatan.meetings.actions.book import DoubleBooked
from jembatan.meetings.actions.cancel_meeting import cancel_meeting, restore_meeting
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.objects.keep import add_object, change_object, read_object
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.actions.record_held import extend_series
from jembatan.meetings.actions.rooms import add_room
from jembatan.meetings.formats.repeating import Every, rule_of
from jembatan.meetings.models import Booking, Meeting, Room

type ClientOf = Callable[[Actor], Client]

ZONE = ZoneInfo("Asia/Jakarta")
HOUR, WEEK = timedelta(hours=1), timedelta(weeks=1)


@pytest.fixture
def start() -> datetime:
    """Ten in the morning, in six days: a week before is over, whatever the hour is."""
    day = timezone.now().date() + timedelta(days=6)
    return datetime(day.year, day.month, day.day, 10, tzinfo=ZONE)


@pytest.fixture
def room(head: Actor) -> Room:
    return add_room(head, "Ruang Garuda")


def weekly(
    actor: Actor, start: datetime, *, room: Room | None = None, weeks: int = 4, allowed: bool = False
) -> Meeting:
    last = (start + (weeks - 1) * WEEK).date()
    times = Times(start, start + HOUR)
    return plan_meeting(
        actor, "Mingguan", times=times, zone=ZONE.key, room=room, every=Every.WEEK, last=last, allowed=allowed
    )


def single(
    actor: Actor, start: datetime, *, room: Room | None = None, title: str = "Sekali", allowed: bool = False
) -> Meeting:
    times = Times(start, start + HOUR)
    return plan_meeting(actor, title, times=times, zone=ZONE.key, room=room, allowed=allowed)


def booked(meeting: Meeting) -> list[datetime]:
    """When the room is the meeting's."""
    return [
        each.span.lower
        for each in Booking.objects.filter(meeting=meeting, room__isnull=False).order_by("span")
    ]


@pytest.mark.parametrize(
    ("every", "rule"),
    [
        (Every.WEEK, "RRULE:FREQ=WEEKLY;UNTIL=20270331T165959Z"),
        (Every.FORTNIGHT, "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270331T165959Z"),
        (Every.MONTH_BY_DATE, "RRULE:FREQ=MONTHLY;UNTIL=20270331T165959Z"),
        (Every.MONTH_BY_WEEKDAY, "RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270331T165959Z"),
    ],
)
def test_rule_ends_with_the_last_day_where_it_takes_place(every: Every, rule: str) -> None:
    first = datetime(2027, 1, 12, 10, tzinfo=ZONE)
    assert rule_of(every, first, last=date(2027, 3, 31), zone=ZONE.key) == rule


def test_rule_of_whole_days_and_of_a_fifth_weekday() -> None:
    assert (
        rule_of(Every.WEEK, date(2027, 1, 12), last=date(2027, 3, 31)) == "RRULE:FREQ=WEEKLY;UNTIL=20270331"
    )
    assert rule_of(Every.MONTH_BY_WEEKDAY, date(2027, 1, 29)) == "RRULE:FREQ=MONTHLY;BYDAY=-1FR"


def test_series_has_its_room_on_every_date(
    officer: Actor, second_officer: Actor, room: Room, start: datetime
) -> None:
    series = weekly(officer, start, room=room)

    with pytest.raises(DoubleBooked, match="Ruang Garuda is taken at that time by “Mingguan”") as refused:
        single(second_officer, start + 2 * WEEK, room=room, allowed=True)

    assert booked(series) == [start + number * WEEK for number in range(4)]
    assert not refused.value.may_be_allowed
    single(second_officer, start + 4 * WEEK, room=room)


def test_clash_names_the_date_and_may_be_allowed_of_a_member(officer: Actor, start: datetime) -> None:
    other = single(officer, start + WEEK)

    with pytest.raises(DoubleBooked) as refused:
        weekly(officer, start)
    series = weekly(officer, start, allowed=True)

    day = f"{(start + WEEK).day}"
    (sentence,) = refused.value.messages
    assert refused.value.may_be_allowed
    assert sentence.startswith("Bagus Prasetyo is taken on ")
    assert f" {day} " in sentence
    assert "“Sekali”" in sentence
    allowed = Booking.objects.filter(meeting=series, allowed=True)
    assert [(each.span.lower, each.allowed_by) for each in allowed] == [(other.starts_at, officer.user)]
    day_told = (start + WEEK).date().isoformat()
    assert Entry.objects.filter(summary__contains=f"two meetings on {day_told}: Mingguan").count() == 1


def test_many_clashes_are_counted(officer: Actor, second_officer: Actor, room: Room, start: datetime) -> None:
    weekly(officer, start, room=room, weeks=8)

    with pytest.raises(DoubleBooked) as refused:
        weekly(second_officer, start, room=room, weeks=8)

    first, more = refused.value.messages
    assert first.startswith("Ruang Garuda is taken on ")
    assert first.count(";") == 4
    assert more == "And on 3 dates more."


def test_date_that_is_moved_takes_its_new_time_and_frees_the_old(
    officer: Actor, second_officer: Actor, room: Room, start: datetime
) -> None:
    series = weekly(officer, start, room=room)
    name = series.occurrences.order_by("starts_at")[1].recurrence_id

    alone = set_apart(officer, series, name)
    assert (booked(alone), len(booked(series))) == ([start + WEEK], 3)
    there = (Times(start + WEEK + 3 * HOUR, start + WEEK + 4 * HOUR), ZONE.key)
    alone = change_meeting(officer, alone, "times", there, version=alone.version)

    assert booked(alone) == [start + WEEK + 3 * HOUR]
    single(second_officer, start + WEEK, room=room)
    with pytest.raises(DoubleBooked):
        single(second_officer, start + WEEK + 3 * HOUR, room=room)


def test_series_called_off_frees_every_date_and_takes_them_back(
    officer: Actor, second_officer: Actor, room: Room, start: datetime
) -> None:
    series = weekly(officer, start, room=room)
    set_apart(officer, series, series.occurrences.order_by("starts_at")[1].recurrence_id)

    cancel_meeting(officer, series)
    assert not Booking.objects.exists()
    taken = single(second_officer, start + 2 * WEEK, room=room)
    with pytest.raises(DoubleBooked, match="Ruang Garuda is taken on"):
        restore_meeting(officer, series)
    cancel_meeting(second_officer, taken)
    restore_meeting(officer, series)

    assert Booking.objects.filter(room=room).count() == 4


def test_room_given_later_is_taken_on_what_is_to_come(officer: Actor, room: Room, start: datetime) -> None:
    series = weekly(officer, start - 3 * WEEK, weeks=6)

    change_meeting(officer, series, "room", room, version=series.version)

    assert booked(series) == [start, start + WEEK, start + 2 * WEEK]


def test_series_that_a_program_moves_is_booked_anew(
    officer: Actor, second_officer: Actor, room: Room, start: datetime
) -> None:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:seri\r\nDTSTAMP:20260101T000000Z\r\n"
        f"SUMMARY:Dari telepon\r\nDTSTART;TZID=Asia/Jakarta:{start:%Y%m%d}T%02d0000\r\nDURATION:PT1H\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=3\r\n"
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{officer.user.email if officer.user else ''}\r\n%s"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    served = read_object((text % (10, "")).encode())
    add_object(officer, served)
    series = Meeting.objects.get(uid="seri")
    change_meeting(officer, series, "room", room, version=series.version)
    left_out = f"EXDATE:{(start + WEEK + 4 * HOUR).astimezone(ZoneInfo('UTC')):%Y%m%dT%H%M%SZ}\r\n"

    change_object(officer, "seri", served=served, sent=read_object((text % (14, left_out)).encode()))

    assert booked(series) == [start + 4 * HOUR, start + 2 * WEEK + 4 * HOUR]
    assert Booking.objects.filter(meeting=series, member=officer.user).count() == 2
    single(second_officer, start, room=room)


def test_series_without_an_end_goes_on_where_rooms_are_free_and_says_where_not(
    officer: Actor, second_officer: Actor, room: Room, start: datetime
) -> None:
    times = Times(start, start + HOUR)
    series = plan_meeting(officer, "Terus", times=times, zone=ZONE.key, room=room, every=Every.WEEK)
    before = len(booked(series))
    beyond = booked(series)[-1] + WEEK
    single(second_officer, beyond, room=room, title="Lain")

    later = timezone.now() + timedelta(days=800)
    extend_series(officer.desk, now=later)

    after = booked(series)
    assert len(after) > before + 100
    assert beyond not in after
    assert beyond + WEEK in after
    assert Entry.objects.filter(
        summary=f"Ruang Garuda is not free on {beyond.date().isoformat()}: Terus"
    ).exists()


def test_form_repeats_a_meeting_and_offers_to_allow_it(
    officer: Actor, room: Room, start: datetime, client_of: ClientOf
) -> None:
    single(officer, start + WEEK)
    client = client_of(officer)
    typed = {
        "title": "Rapat rutin",
        "starts": f"{start:%Y-%m-%dT%H:%M}",
        "minutes": "60",
        "marking": "TLP:GREEN",
        "every": "week",
        "last": f"{start + 2 * WEEK:%Y-%m-%d}",
    }

    asked = client.post(reverse("meetings:new"), typed)
    done = client.post(reverse("meetings:new"), typed | {"allowed": "on"})
    wrong = client.post(reverse("meetings:new"), typed | {"last": "2020-01-01"})

    assert asked.status_code == 422
    assert "by “Sekali”" in asked.content.decode()
    assert 'type="checkbox" name="allowed"' in asked.content.decode()
    assert done.status_code == 302
    series = Meeting.objects.get(title="Rapat rutin")
    assert series.occurrences.count() == 3
    page = client.get(reverse("meetings:meeting", args=[series.pk])).content.decode()
    assert "Bagus Prasetyo is at another meeting on " in page
    assert reverse("meetings:room", args=[series.pk]) in page
    assert "It cannot repeat until a day before it begins." in wrong.content.decode()
