"""What an attendee's change answers."""

import pytest

from jembatan.meetings.formats.itip.compose import compose
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.tests.itip.calendars import BUDI, NOW, RATNA, SARI, TIMES, WEEKLY, calendar, lines


def said(answer: str) -> str:
    return SARI.replace("CN=Sari", f"PARTSTAT={answer};CN=Sari")


def answers(old: Scheduled | None, new: Scheduled | None) -> list[str]:
    """Each answer with the day that it is about."""
    messages = compose(old, new, user="mailto:sari@mitra.example", now=NOW)
    assert all((each.method, each.recipient) == ("REPLY", "mailto:ratna@kantor.example") for each in messages)
    kept = [line for each in messages for line in lines(each.ics)]
    return [line for line in kept if line.startswith(("RECURRENCE-ID", "ATTENDEE", "SEQUENCE"))]


@pytest.mark.parametrize("answer", ["ACCEPTED", "DECLINED", "TENTATIVE"])
def test_answer_names_who_answers_and_no_other(answer: str) -> None:
    old = calendar(f"SEQUENCE:2\n{TIMES}\n{RATNA}\n{SARI}\n{BUDI}")
    new = calendar(f"SEQUENCE:2\n{TIMES}\n{RATNA}\n{said(answer)}\n{BUDI}")

    assert answers(old, new) == [
        "SEQUENCE:2",
        f"ATTENDEE;PARTSTAT={answer};CN=Sari:mailto:sari@mitra.example",
    ]


def test_nothing_new_is_not_said_again() -> None:
    accepted = calendar(f"{TIMES}\n{RATNA}\n{said('ACCEPTED')}")

    assert answers(accepted, accepted) == []
    assert answers(None, calendar(f"{TIMES}\n{RATNA}\n{SARI}")) == []


def test_deleted_meeting_is_declined_unless_it_was_off() -> None:
    old = calendar(f"{TIMES}\n{RATNA}\n{said('ACCEPTED')}")
    off = calendar(f"STATUS:CANCELLED\n{TIMES}\n{RATNA}\n{said('ACCEPTED')}")

    assert answers(old, None) == ["ATTENDEE;PARTSTAT=DECLINED;CN=Sari:mailto:sari@mitra.example"]
    assert answers(off, None) == []


def test_deleted_day_is_declined_in_the_zone_in_which_it_was_deleted() -> None:
    old = calendar(f"{WEEKLY}\n{RATNA}\n{said('ACCEPTED')}")
    new = calendar(f"{WEEKLY}\n{RATNA}\n{said('ACCEPTED')}\nEXDATE;TZID=Asia/Jakarta:20260312T140000")

    assert answers(old, new) == [
        "RECURRENCE-ID;TZID=Asia/Jakarta:20260312T140000",
        "ATTENDEE;PARTSTAT=DECLINED;CN=Sari:mailto:sari@mitra.example",
    ]


def test_delegation_names_who_comes_instead() -> None:
    old = calendar(f"{TIMES}\n{RATNA}\n{SARI}")
    delegated = said('DELEGATED;DELEGATED-TO="mailto:budi@mitra.example"')

    assert answers(old, calendar(f"{TIMES}\n{RATNA}\n{delegated}\n{BUDI}")) == [
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:budi@mitra.example";CN=Sari:mailto:sari@mitra.example'
    ]


def test_who_is_not_asked_answers_nothing() -> None:
    assert answers(None, calendar(f"{TIMES}\n{RATNA}\n{BUDI}")) == []
