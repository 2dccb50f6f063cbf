"""Whoever of us is at a meeting of an imported calendar is taken then: a plan says so, and goes there only knowingly."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry
from jembatan.meetings.actions.book import DoubleBooked
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.draft_of_event import draft_of
from jembatan.meetings.actions.filing import file_meetings
from jembatan.meetings.actions.objects.keep import add_object, read_object
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.formats.repeating import Every
from jembatan.meetings.models import Booking, InvitationMail, Meeting
from jembatan.meetings.queries.bookings import taken
from jembatan.meetings.queries.wording import days_text

type ClientOf = Callable[[Actor], Client]

START = datetime(2099, 3, 5, 7, tzinfo=UTC)
HOUR, WEEK = timedelta(hours=1), timedelta(weeks=1)
EVENT = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:{uid}@mitra.example
DTSTAMP:20260101T000000Z
SUMMARY:{title}
{when}
ORGANIZER:mailto:sari@mitra.example
ATTENDEE{status}:mailto:bagus@selatnusantara.example
{more}END:VEVENT
END:VCALENDAR
"""
AT_TWO = "DTSTART:20990305T070000Z\nDTEND:20990305T080000Z"


def event(
    *, title: str = "Bilateral", when: str = AT_TWO, status: str = "", more: str = "", uid: str = "x"
) -> bytes:
    return EVENT.format(title=title, when=when, status=status, more=more, uid=uid).encode()


def imported(actor: Actor, text: bytes) -> Meeting:
    """As an import files it: nothing is booked."""
    drafts = [draft_of(each) for each in read_object(text).values()]
    file_meetings(actor, drafts, batch_id=None)
    return Meeting.objects.get(desk=actor.desk, uid=drafts[0].uid)


def plan(actor: Actor, at: datetime = START, *, allowed: bool = False) -> Meeting:
    return plan_meeting(actor, "Rapat", times=Times(at, at + HOUR), zone="Asia/Jakarta", allowed=allowed)


def test_plan_says_who_is_taken_when_and_by_what_and_goes_there_knowingly(officer: Actor) -> None:
    imported(officer, event())

    with pytest.raises(DoubleBooked) as refused:
        plan(officer, START + HOUR / 2)
    meeting = plan(officer, START + HOUR / 2, allowed=True)

    assert refused.value.may_be_allowed
    assert refused.value.messages == [
        "Bagus Prasetyo is taken at that time by “Bilateral”: Thu, 5 Mar 2099, 14:00–15:00 WIB (UTC+7)."
    ]
    booking = Booking.objects.get()
    assert (booking.meeting, booking.allowed_by) == (meeting, officer.user)
    told = "Bagus Prasetyo takes part in two meetings at that time: Rapat"
    assert Entry.objects.filter(source_id=meeting.pk, summary=told).count() == 1


def test_title_is_for_who_may_see_that_meeting(head: Actor, officer: Actor) -> None:
    assert officer.user
    secret = open_dossier(head, "Rahasia")
    restrict(head, secret)
    Meeting.objects.filter(pk=imported(head, event()).pk).update(dossier=secret)
    times = Times(START, START + HOUR)
    ours = plan_meeting(
        head,
        "Rapat",
        times=Times(START + 9 * HOUR, START + 10 * HOUR),
        zone="Asia/Jakarta",
        members=[officer.user],
    )

    sentences = []
    for actor in (head, officer):
        with pytest.raises(DoubleBooked) as refused:
            change_meeting(actor, ours, "times", (times, "Asia/Jakarta"), version=1)
        sentences += refused.value.messages

    assert sentences == [
        "Bagus Prasetyo is taken at that time by “Bilateral”: Thu, 5 Mar 2099, 14:00–15:00 WIB (UTC+7).",
        "Bagus Prasetyo is taken at that time: Thu, 5 Mar 2099, 14:00–15:00 WIB (UTC+7).",
    ]


@pytest.mark.parametrize(
    "how",
    [
        {"status": ";PARTSTAT=DECLINED"},
        {"more": "STATUS:CANCELLED\n"},
        {"more": "TRANSP:TRANSPARENT\n"},
        {"when": "DTSTART;VALUE=DATE:20990305"},
        {"when": "DTSTART:20990305T080000Z\nDTEND:20990305T090000Z"},
    ],
    ids=["declined", "called off", "leaves free", "all day", "right after"],
)
def test_what_takes_no_time_is_no_conflict(how: dict[str, str], officer: Actor) -> None:
    imported(officer, event(**how))

    assert plan(officer).pk


def test_invitation_by_mail_takes_the_time_of_who_accepted(officer: Actor) -> None:
    meeting = imported(officer, event())
    InvitationMail.objects.create(meeting=meeting, message_id=1)
    free = plan(officer)

    meeting.attendances.filter(ours=True).update(status="accepted")

    assert [each.other for each in taken(officer, free)] == [meeting]


def test_series_names_the_dates_on_which_somebody_is_taken(officer: Actor) -> None:
    start = (timezone.now() + WEEK).replace(hour=3, minute=0, second=0, microsecond=0)
    when = f"DTSTART:{start:%Y%m%dT%H%M%SZ}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2"
    imported(officer, event(when=when))
    times, last = Times(start, start + HOUR), (start + 3 * WEEK).date()

    with pytest.raises(DoubleBooked) as refused:
        plan_meeting(officer, "Rutin", times=times, zone="Asia/Jakarta", every=Every.WEEK, last=last)

    days = "; ".join(days_text(day.date(), day.date()) for day in (start, start + 2 * WEEK))
    assert refused.value.messages == [f"Bagus Prasetyo is taken on {days} by “Bilateral”."]


def test_form_keeps_what_was_typed_and_offers_to_allow_it(officer: Actor, client_of: ClientOf) -> None:
    imported(officer, event())
    client = client_of(officer)
    typed = {"title": "Kedua", "starts": "2099-03-05T14:00", "minutes": "60", "marking": "TLP:GREEN"}

    asked = client.post(reverse("meetings:new"), typed)
    done = client.post(reverse("meetings:new"), typed | {"allowed": "on"})

    page = asked.content.decode()
    assert asked.status_code == 422
    assert "by “Bilateral”: Thu, 5 Mar 2099, 14:00–15:00" in page
    assert 'value="Kedua"' in page
    assert 'type="checkbox" name="allowed"' in page
    assert done.status_code == 302


def test_program_that_puts_one_of_us_there_has_it_told_in_the_journal(officer: Actor) -> None:
    imported(officer, event())

    add_object(officer, read_object(event(title="Dari telepon", uid="y")))

    told = "Bagus Prasetyo takes part in two meetings at that time: Dari telepon"
    assert Entry.objects.filter(summary=told).count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_any_number_of_conflicts_takes_the_same_queries(
    officer: Actor, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for each in range(number):
        imported(officer, event(uid=str(each)))
    meeting = plan(officer, allowed=True)

    with django_assert_num_queries(4):
        assert len(taken(officer, meeting)) == 1
