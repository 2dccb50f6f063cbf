"""What answers make of an organiser's calendar: counted once, from whom they are, about the meeting as it is."""

import pytest

from jembatan.meetings.formats.itip.receive import Outcome, receive
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.trouble import Trouble
from jembatan.meetings.tests.itip.calendars import BUDI, RATNA, SARI, TIMES, WEEKLY, calendar, lines

BEFORE = f"SEQUENCE:2\n{TIMES}\n{RATNA}\n{SARI}\n{BUDI}"


def reply(
    answer: str = "ACCEPTED", *, sequence: str = "SEQUENCE:2", stamp: str = "", who: str = SARI, day: str = ""
) -> Scheduled:
    attendee = who.replace("ATTENDEE", f"ATTENDEE;PARTSTAT={answer}")
    return calendar("\n".join(filter(None, [sequence, stamp, day, RATNA, attendee])), method="REPLY")


def attendees(outcome: Outcome) -> list[str]:
    assert outcome.calendar is not None
    return [each for each in lines(outcome.calendar.to_ical()) if each.startswith("ATTENDEE")]


def test_answer_stands_in_the_calendar() -> None:
    after = receive(calendar(BEFORE), reply())

    assert after.troubles == ()
    assert attendees(after) == [
        "ATTENDEE;CN=Sari;PARTSTAT=ACCEPTED;SCHEDULE-STATUS=2.0:mailto:sari@mitra.example",
        BUDI,
    ]


def test_replayed_answer_does_not_undo_a_later_one() -> None:
    early, late = "DTSTAMP:20260301T080000Z", "DTSTAMP:20260301T090000Z"
    accepted = receive(calendar(BEFORE), reply("ACCEPTED", stamp=early))
    declined = receive(accepted.calendar, reply("DECLINED", stamp=late))

    again = receive(declined.calendar, reply("ACCEPTED", stamp=early))
    unsigned = receive(declined.calendar, reply("ACCEPTED"))

    assert [each.changed for each in (accepted, declined, again, unsigned)] == [True, True, False, False]
    assert [each for each, _about in (*again.troubles, *unsigned.troubles)] == [Trouble.REPLAYED] * 2
    assert "PARTSTAT=DECLINED" in attendees(again)[0]


def test_answer_to_an_earlier_version_does_not_count() -> None:
    after = receive(calendar(BEFORE), reply(sequence="SEQUENCE:1"))

    assert (after.changed, after.troubles) == (False, ((Trouble.OUTDATED, "1"),))


@pytest.mark.parametrize(
    ("sender", "changed"),
    [
        ("sari@mitra.example", True),
        ("SARI@Mitra.example", True),
        ("budi@mitra.example", False),
        ("palsu@lain.example", False),
    ],
)
def test_answer_counts_from_whom_it_is(sender: str, changed: bool) -> None:
    after = receive(calendar(BEFORE), reply(), sender=sender)

    assert after.changed is changed
    assert [each for each, _about in after.troubles] == ([] if changed else [Trouble.NOT_FROM])


def test_answer_counts_from_who_acts_for_an_attendee() -> None:
    by_secretary = SARI.replace("CN=Sari", 'SENT-BY="mailto:sekretaris@mitra.example"')

    assert receive(calendar(BEFORE), reply(who=by_secretary), sender="sekretaris@mitra.example").changed


def test_who_was_not_invited_is_told() -> None:
    stranger = SARI.replace("sari@", "tamu@").replace("CN=Sari", "CN=Tamu")

    after = receive(calendar(BEFORE), reply(who=stranger))

    assert after.troubles == ((Trouble.NOT_INVITED, "mailto:tamu@mitra.example"),)
    assert attendees(after)[:2] == [SARI, BUDI]


def test_one_message_answers_for_one() -> None:
    both = f"SEQUENCE:2\n{RATNA}\n{SARI.replace('CN', 'PARTSTAT=ACCEPTED;CN')}\n{BUDI.replace('CN', 'PARTSTAT=DECLINED;CN')}"

    after = receive(calendar(BEFORE), calendar(both, method="REPLY"))

    assert attendees(after)[1] == BUDI


def test_delegate_is_asked_and_may_answer() -> None:
    to = SARI.replace("CN=Sari", 'DELEGATED-TO="mailto:dewi@mitra.example"')
    delegated = receive(calendar(BEFORE), reply("DELEGATED", who=to))
    dewi = 'ATTENDEE;DELEGATED-FROM="mailto:sari@mitra.example":mailto:dewi@mitra.example'

    answered = receive(delegated.calendar, reply("ACCEPTED", who=dewi))

    assert attendees(delegated) == [
        'ATTENDEE;CN=Sari;PARTSTAT=DELEGATED;SCHEDULE-STATUS=2.0;DELEGATED-TO="mailto:dewi@mitra.example":mailto:sari@mitra.example',
        BUDI,
        'ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;DELEGATED-FROM="mailto:sari@mitra.example":mailto:dewi@mitra.example',
    ]
    assert answered.troubles == ()
    assert "PARTSTAT=ACCEPTED" in attendees(answered)[2]


@pytest.mark.parametrize("day", ["20260312T070000Z", "20260312T140000", "20260312"])
def test_answer_to_one_day_makes_it_an_event_of_its_own(day: str) -> None:
    parameter = {8: ";VALUE=DATE", 15: ";TZID=Asia/Jakarta", 16: ""}[len(day)]
    before = calendar(f"SEQUENCE:2\n{WEEKLY}\n{RATNA}\n{SARI}")

    after = receive(before, reply("DECLINED", day=f"RECURRENCE-ID{parameter}:{day}"))

    assert after.calendar is not None
    series, single = after.calendar.instances
    assert [series.text("ATTENDEE"), single.recurrence] == ["mailto:sari@mitra.example", "20260312T070000Z"]
    assert [single.text("DTSTART"), single.text("DTEND"), single.text("RRULE")] == [
        "20260312T140000",
        "20260312T150000",
        "",
    ]
    assert "PARTSTAT=DECLINED" in attendees(after)[1]


@pytest.mark.parametrize(
    "day", ["20260313T070000Z", "20990313T070000Z", "19700101T000000Z", "99991231T235959Z"]
)
def test_answer_to_a_day_that_is_none_changes_nothing(day: str) -> None:
    before = calendar(f"SEQUENCE:2\n{WEEKLY}\n{RATNA}\n{SARI}")

    after = receive(before, reply(day=f"RECURRENCE-ID:{day}"))

    assert (after.changed, after.troubles) == (False, ((Trouble.NO_SUCH_DAY, day),))


def test_answer_to_a_day_far_away_in_a_series_without_end_counts() -> None:
    before = calendar(f"SEQUENCE:2\n{WEEKLY}\n{RATNA}\n{SARI}")

    assert receive(before, reply(day="RECURRENCE-ID:20990305T070000Z")).changed


@pytest.mark.parametrize("method", ["COUNTER", "REFRESH"])
def test_question_of_an_attendee_changes_nothing(method: str) -> None:
    before = calendar(BEFORE)
    asked = receive(before, calendar(f"SEQUENCE:2\n{RATNA}\n{SARI}", method=method))
    crashed = receive(before, calendar(f"{RATNA}\nATTENDEE:mailto:x@y.example", method=method))

    assert (asked.changed, asked.troubles) == (False, ())
    assert [each for each, _about in crashed.troubles] == [Trouble.NOT_INVITED]


@pytest.mark.parametrize("answer", ["", "MUNGKIN"])
def test_answer_that_is_none_changes_nothing(answer: str) -> None:
    after = receive(calendar(BEFORE), reply(answer))

    assert (after.changed, after.troubles) == (False, ((Trouble.NO_ANSWER, ""),))
