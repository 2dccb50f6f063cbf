"""One date of a series: invited to, moved, called off and answered alone, by us as its organiser and as somebody invited."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.people import add_person
from jembatan.meetings.actions.apart import NoSuchDate, set_apart
from jembatan.meetings.actions.cancel_meeting import cancel_meeting, restore_meeting
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.guests import add_guest, bring_back_guest, remove_guest
from jembatan.meetings.actions.invitations.answer import answer_invitation, propose_time
from jembatan.meetings.actions.invitations.invite import invite
from jembatan.meetings.actions.plan_meeting import Times
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.formats.itip.trouble import Trouble
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.tests.invitations.scene import (
    BUDI,
    ENDS,
    SARI,
    STARTS,
    US,
    Posted,
    arrives,
    guest,
    planned,
    reply,
    request,
)

SECOND, THIRD = "20990312T070000Z", "20990319T070000Z"
LATER = Times(STARTS.replace(day=13, hour=9), ENDS.replace(day=13, hour=9))
Status = Attendance.Status
pytestmark = pytest.mark.django_db


@pytest.fixture
def series(officer: Actor, posted: Posted) -> Meeting:
    """Every Thursday in March, and both are invited to all of it."""
    meeting = planned(officer)
    meeting.rule = "RRULE:FREQ=WEEKLY;COUNT=4"
    meeting.save()
    schedule([meeting])
    everybody = meeting.attendances.filter(ours=False).values_list("pk", flat=True)
    invite(officer, meeting, address=US, guests=everybody)
    posted.letters.clear()
    meeting.refresh_from_db()
    return meeting


def move(officer: Actor, meeting: Meeting) -> Meeting:
    return change_meeting(officer, meeting, "times", (LATER, "Asia/Jakarta"), version=meeting.version)


def lines(posted: Posted, number: int = -1) -> list[str]:
    return posted.letters[number].content.decode().replace("\r\n ", "").split("\r\n")


def test_date_stands_alone_as_the_series_had_it(officer: Actor, series: Meeting, posted: Posted) -> None:
    alone = set_apart(officer, series, SECOND)
    assert (alone.starts_at, alone.ends_at, alone.rule) == (STARTS.replace(day=12), ENDS.replace(day=12), "")
    assert {each.email for each in alone.attendances.filter(ours=False)} == {SARI, BUDI}
    assert set_apart(officer, series, SECOND) == alone
    assert not posted.letters


@pytest.mark.parametrize("named", ["20990313T070000Z", "20990312", "gestern", "", "99991231T235959Z"])
def test_date_on_which_the_series_is_not_is_refused(officer: Actor, series: Meeting, named: str) -> None:
    with pytest.raises(NoSuchDate):
        set_apart(officer, series, named)
    assert Meeting.objects.count() == 1


def test_moving_one_date_tells_everyone_of_that_date_alone(
    officer: Actor, series: Meeting, posted: Posted
) -> None:
    move(officer, set_apart(officer, series, SECOND))
    assert posted.told == [("REQUEST", SARI), ("REQUEST", BUDI)]
    told = lines(posted)
    assert told.count("BEGIN:VEVENT") == 1
    assert "RECURRENCE-ID;TZID=Asia/Jakarta:20990312T140000" in told
    assert "DTSTART;TZID=Asia/Jakarta:20990313T160000" in told
    assert not any(each.startswith("RRULE") for each in told[told.index("BEGIN:VEVENT") :])


def test_calling_off_one_date_leaves_the_others(officer: Actor, series: Meeting, posted: Posted) -> None:
    cancel_meeting(officer, set_apart(officer, series, SECOND))
    assert posted.told == [("CANCEL", SARI), ("CANCEL", BUDI)]
    assert "RECURRENCE-ID;TZID=Asia/Jakarta:20990312T140000" in lines(posted)
    series.refresh_from_db()
    assert not series.is_cancelled


def test_changing_the_series_tells_its_changed_dates_again(
    officer: Actor, series: Meeting, posted: Posted
) -> None:
    move(officer, set_apart(officer, series, SECOND))
    posted.letters.clear()
    change_meeting(officer, series, "title", "Rapat pleno", version=series.version)
    assert posted.told == [("REQUEST", SARI), ("REQUEST", BUDI)]
    assert lines(posted).count("BEGIN:VEVENT") == 2


def test_series_is_called_off_with_its_dates_and_comes_back_with_them(
    officer: Actor, series: Meeting, posted: Posted
) -> None:
    moved, off = move(officer, set_apart(officer, series, SECOND)), set_apart(officer, series, THIRD)
    cancel_meeting(officer, off)
    posted.letters.clear()
    cancel_meeting(officer, series)
    assert posted.told == [("CANCEL", SARI), ("CANCEL", BUDI)]
    assert "RECURRENCE-ID" not in posted.letters[0].content.decode()
    moved.refresh_from_db()
    assert moved.is_cancelled


def test_who_is_invited_to_one_date_hears_of_no_other(
    officer: Actor, series: Meeting, posted: Posted
) -> None:
    alone = set_apart(officer, series, SECOND)
    citra = Attendance.objects.create(meeting=alone, name="Citra", email="citra@mitra.example")
    invite(officer, alone, address=US, guests=[citra.pk])
    assert posted.told == [("REQUEST", citra.email)]
    assert "RECURRENCE-ID;TZID=Asia/Jakarta:20990312T140000" in lines(posted)
    posted.letters.clear()
    change_meeting(officer, series, "title", "Rapat pleno", version=series.version)
    assert posted.told == [("REQUEST", SARI), ("REQUEST", BUDI)]


def test_guests_of_the_series_come_to_its_changed_dates(officer: Actor, series: Meeting) -> None:
    alone = set_apart(officer, series, SECOND)
    added = add_guest(officer, series, add_person(officer, "Dewi"))
    assert alone.attendances.filter(person=added.person).exists()
    remove_guest(officer, added)
    assert not alone.attendances.filter(person=added.person).exists()


def test_guest_taken_out_by_mistake_comes_back_to_its_changed_dates(officer: Actor, series: Meeting) -> None:
    alone = set_apart(officer, series, SECOND)
    budi = guest(series, BUDI)
    remove_guest(officer, guest(series, BUDI))
    assert not alone.attendances.filter(email=BUDI).exists()
    alone.refresh_from_db()
    assert "guests" in alone.edited
    budi.pk, budi._state.adding = None, True
    bring_back_guest(officer, series, budi)
    assert guest(alone, BUDI).told == guest(series, BUDI).told
    assert alone.attendances.filter(email=BUDI).count() == 1


def test_answer_to_one_date_counts_for_it_alone(officer: Actor, series: Meeting) -> None:
    arrives(officer, reply(series, "ACCEPTED", stamp="20260301T080000Z"))
    one = reply(series, "DECLINED", stamp="20260301T080000Z", more=f"RECURRENCE-ID:{SECOND}\n")
    (alone,) = arrives(officer, one, message_id=2)
    assert (alone.recurrence_id, guest(alone).status) == (SECOND, Status.DECLINED)
    assert (guest(series).status, guest(alone, BUDI).status) == (Status.ACCEPTED, Status.UNKNOWN)
    again = reply(series, "ACCEPTED", stamp="20260301T090000Z", more=f"RECURRENCE-ID:{SECOND}\n")
    arrives(officer, again, message_id=3)
    arrives(officer, one, message_id=4)
    assert guest(alone).status == Status.ACCEPTED


def test_answer_to_a_date_that_there_is_not_is_a_question(officer: Actor, series: Meeting) -> None:
    arrives(officer, reply(series, "DECLINED", more="RECURRENCE-ID:20990313T070000Z\n"))
    assert series.questions.get().trouble == Trouble.NO_SUCH_DAY
    assert Meeting.objects.count() == 1


def test_forged_answer_to_one_date_sets_nothing_apart(officer: Actor, series: Meeting) -> None:
    forged = reply(series, "DECLINED", more=f"RECURRENCE-ID:{SECOND}\n")
    arrives(officer, forged, sender="jahat@lain.example")
    assert Meeting.objects.count() == 1


def test_other_time_for_one_date_is_asked_of_that_date(officer: Actor, series: Meeting) -> None:
    times = f"RECURRENCE-ID:{SECOND}\nDTSTART:20990313T070000Z\nDTEND:20990313T080000Z\n"
    (alone,) = arrives(officer, reply(series, "TENTATIVE", method="COUNTER", more=times))
    assert alone.recurrence_id == SECOND
    assert alone.questions.get().starts_at == STARTS.replace(day=13)


def test_we_answer_one_date_of_a_series_of_others(officer: Actor, posted: Posted) -> None:
    arrives(officer, request(more="RRULE:FREQ=WEEKLY;COUNT=3\n"))
    alone = set_apart(officer, Meeting.objects.get(), "20990317T070000Z")
    answer_invitation(officer, alone, Status.DECLINED, comment="Cuti")
    assert posted.told == [("REPLY", SARI)]
    assert "RECURRENCE-ID;TZID=Asia/Jakarta:20990317T140000" in lines(posted)
    assert (
        guest(Meeting.objects.get(recurrence_id=""), "bagus@selatnusantara.example").status == Status.UNKNOWN
    )
    at_three = Times(STARTS.replace(day=17, hour=8), ENDS.replace(day=17, hour=8))
    propose_time(officer, alone, at_three, "Asia/Jakarta")
    assert "RECURRENCE-ID;TZID=Asia/Jakarta:20990317T140000" in lines(posted)
    assert "DTSTART;TZID=Asia/Jakarta:20990317T150000" in lines(posted)


def test_series_called_off_by_mistake_comes_back_as_it_was(officer: Actor, series: Meeting) -> None:
    alone = set_apart(officer, series, SECOND)
    cancel_meeting(officer, series)
    restore_meeting(officer, series)
    alone.refresh_from_db()
    # Within one transaction every cancellation is of the same moment, as that of a series with its dates is.
    assert not alone.is_cancelled
