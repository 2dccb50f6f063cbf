"""What messages of an organiser make of an attendee's calendar."""

import pytest

from jembatan.meetings.formats.itip.receive import receive
from jembatan.meetings.formats.itip.trouble import Trouble
from jembatan.meetings.tests.itip.calendars import BUDI, RATNA, SARI, TIMES, WEEKLY, calendar, lines

LATER = TIMES.replace("T14", "T16").replace("T15", "T17")


def test_request_makes_a_meeting_and_the_next_version_replaces_it() -> None:
    first = receive(None, calendar(f"SEQUENCE:0\n{TIMES}\n{RATNA}\n{SARI}", method="REQUEST"))
    second = receive(first.calendar, calendar(f"SEQUENCE:1\n{LATER}\n{RATNA}\n{SARI}", method="REQUEST"))

    assert first.calendar is not None
    assert second.calendar is not None
    assert "DTSTART;TZID=Asia/Jakarta:20260305T160000" in lines(second.calendar.to_ical())
    assert [each for each in lines(second.calendar.to_ical()) if each.startswith("METHOD")] == []
    assert (first.changed, second.changed, second.troubles) == (True, True, ())


@pytest.mark.parametrize(
    ("method", "known", "message", "trouble"),
    [
        ("REQUEST", "SEQUENCE:2", "SEQUENCE:1", Trouble.OUTDATED),
        ("CANCEL", "SEQUENCE:2", "SEQUENCE:1", Trouble.OUTDATED),
        ("REQUEST", "DTSTAMP:20260301T080000Z", "DTSTAMP:20260228T080000Z", Trouble.REPLAYED),
    ],
)
def test_older_version_changes_nothing(method: str, known: str, message: str, trouble: Trouble) -> None:
    before = calendar(f"{known}\n{LATER}\n{RATNA}\n{SARI}")

    after = receive(before, calendar(f"{message}\n{TIMES}\n{RATNA}\n{SARI}", method=method))

    assert (after.calendar, after.changed) == (before, False)
    assert [each for each, _about in after.troubles] == [trouble]


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "ADD"])
@pytest.mark.parametrize("organiser", ["ORGANIZER:mailto:palsu@lain.example", ""])
def test_another_organiser_changes_nothing(method: str, organiser: str) -> None:
    before = calendar(f"{TIMES}\n{RATNA}\n{SARI}")

    after = receive(before, calendar(f"SEQUENCE:9\n{LATER}\n{organiser}\n{SARI}", method=method))

    assert (after.calendar, after.changed) == (before, False)
    assert [each for each, _about in after.troubles] == [Trouble.OTHER_ORGANISER]


@pytest.mark.parametrize(
    ("sender", "changed"),
    [
        ("Ratna@kantor.example", True),
        ("sekretaris@kantor.example", True),
        ("palsu@lain.example", False),
        ("sari@mitra.example", False),
    ],
)
def test_message_counts_from_its_organiser_or_who_acts_for_them(sender: str, changed: bool) -> None:
    organiser = RATNA.replace("CN=Ratna", 'SENT-BY="mailto:sekretaris@kantor.example"')
    before = calendar(f"{TIMES}\n{RATNA}\n{SARI}")

    after = receive(
        before, calendar(f"SEQUENCE:1\n{LATER}\n{organiser}\n{SARI}", method="REQUEST"), sender=sender
    )

    assert after.changed is changed


def test_invitation_that_an_attendee_delegates_counts() -> None:
    delegated = SARI.replace("CN=Sari", 'PARTSTAT=DELEGATED;DELEGATED-TO="mailto:budi@mitra.example"')

    after = receive(
        None,
        calendar(f"{TIMES}\n{RATNA}\n{delegated}\n{BUDI}", method="REQUEST"),
        sender="sari@mitra.example",
    )

    assert after.changed


def test_request_for_one_day_leaves_the_series_alone() -> None:
    before = calendar(f"{WEEKLY}\n{RATNA}\n{SARI}")
    day = f"RECURRENCE-ID;TZID=Asia/Jakarta:20260312T140000\n{LATER.replace('0305', '0312')}\n{RATNA}\n{SARI}"

    after = receive(before, calendar(day, method="REQUEST")).calendar

    assert after is not None
    assert list(after.by_recurrence) == ["", "20260312T070000Z"]
    assert "RRULE:FREQ=WEEKLY" in lines(after.to_ical())


def test_changed_days_stay_while_the_series_does_not_move() -> None:
    day = f"RECURRENCE-ID:20260312T070000Z\n{LATER.replace('0305', '0312')}\n{RATNA}\n{SARI}"
    before = calendar(f"SEQUENCE:1\n{WEEKLY}\n{RATNA}\n{SARI}", day)

    renamed = receive(before, calendar(f"SEQUENCE:1\nSUMMARY:A\n{WEEKLY}\n{RATNA}\n{SARI}", method="REQUEST"))
    moved = receive(before, calendar(f"SEQUENCE:2\n{WEEKLY}\n{RATNA}\n{SARI}", method="REQUEST"))

    assert renamed.calendar is not None
    assert moved.calendar is not None
    assert list(renamed.calendar.by_recurrence) == ["", "20260312T070000Z"]
    assert list(moved.calendar.by_recurrence) == [""]


def test_cancelled_meeting_is_off_and_a_second_time_changes_nothing() -> None:
    before = calendar(f"SEQUENCE:1\n{TIMES}\n{RATNA}\n{SARI}")
    message = calendar(f"SEQUENCE:2\n{RATNA}\n{SARI}", method="CANCEL")

    once = receive(before, message)
    twice = receive(once.calendar, message)

    assert once.calendar is not None
    assert {"STATUS:CANCELLED", "SEQUENCE:2"} <= set(lines(once.calendar.to_ical()))
    assert (once.changed, twice.changed) == (True, False)


def test_cancelled_day_is_off_alone() -> None:
    before = calendar(f"{WEEKLY}\n{RATNA}\n{SARI}")

    after = receive(before, calendar(f"SEQUENCE:1\nRECURRENCE-ID:20260312T070000Z\n{RATNA}", method="CANCEL"))

    assert after.calendar is not None
    series, day = after.calendar.instances
    assert (series.text("STATUS"), day.text("STATUS")) == ("", "CANCELLED")
    assert day.text("DTSTART") == "20260312T140000"


def test_day_on_which_the_series_is_not_cannot_be_cancelled() -> None:
    before = calendar(f"{WEEKLY}\n{RATNA}\n{SARI}")

    after = receive(before, calendar(f"SEQUENCE:1\nRECURRENCE-ID:20260313T070000Z\n{RATNA}", method="CANCEL"))

    assert (after.changed, after.troubles) == (False, ((Trouble.NO_SUCH_DAY, "20260313T070000Z"),))


def test_added_day_is_in_the_calendar_unless_a_version_was_missed() -> None:
    before = calendar(f"SEQUENCE:1\n{WEEKLY}\n{RATNA}\n{SARI}")
    day = f"{TIMES.replace('0305', '0310')}\nLOCATION:Ruang 9\n{RATNA}\n{SARI}"

    added = receive(before, calendar(f"SEQUENCE:2\n{day}", method="ADD"))
    missed = receive(before, calendar(f"SEQUENCE:3\n{day}", method="ADD"))

    assert added.calendar is not None
    assert "RDATE;TZID=Asia/Jakarta:20260310T140000" in lines(added.calendar.to_ical())
    assert "RECURRENCE-ID;TZID=Asia/Jakarta:20260310T140000" in lines(added.calendar.to_ical())
    assert (missed.changed, missed.troubles) == (False, ((Trouble.MISSED_SOME, ""),))


def test_own_alarm_outlives_a_change() -> None:
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nEND:VALARM"
    before = calendar(f"{TIMES}\n{RATNA}\n{SARI}\n{alarm}")

    after = receive(before, calendar(f"SEQUENCE:1\n{LATER}\n{RATNA}\n{SARI}", method="REQUEST")).calendar

    assert after is not None
    assert "TRIGGER:-PT5M" in lines(after.to_ical())


def test_other_meetings_of_the_calendar_stay() -> None:
    before = calendar(f"UID:lain\nSUMMARY:Lain\n{TIMES}", f"{TIMES}\n{RATNA}\n{SARI}")

    after = receive(before, calendar(f"SEQUENCE:1\n{RATNA}", method="CANCEL")).calendar

    assert after is not None
    assert [(each.text("UID"), each.text("STATUS")) for each in after.instances] == [
        ("lain", ""),
        ("rapat", "CANCELLED"),
    ]
