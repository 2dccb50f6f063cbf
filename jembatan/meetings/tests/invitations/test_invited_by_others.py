"""Invitations of others: they become meetings, follow their organiser alone, and are answered."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.invitations.answer import answer_invitation, propose_time
from jembatan.meetings.actions.plan_meeting import Times
from jembatan.meetings.formats.itip.trouble import Trouble
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.invitations.open import our_invitation
from jembatan.meetings.tests.invitations.scene import (
    ENDS,
    SARI,
    STARTS,
    US,
    Posted,
    arrives,
    invited,
    request,
)

Status = Attendance.Status
BAGUS = "bagus@selatnusantara.example"


def arrived(actor: Actor, text: str = "", **how: object) -> Meeting:
    (meeting,) = arrives(actor, text or request(), **how)  # type: ignore[arg-type]  # any of its options
    return meeting


def lines(posted: Posted) -> list[str]:
    return posted.letters[-1].content.decode().replace("\r\n ", "").split("\r\n")


def test_invitation_becomes_a_tentative_meeting(officer: Actor) -> None:
    meeting = arrived(officer)

    assert (meeting.title, meeting.status, meeting.zone) == ("Rapat koordinasi", "tentative", "Asia/Jakarta")
    assert meeting.starts_at.isoformat() == "2099-03-10T07:00:00+00:00"
    asked = our_invitation(officer, meeting)
    assert asked is not None
    assert (asked.email, asked.status) == (BAGUS, Status.UNKNOWN)


@pytest.mark.parametrize(
    ("status", "partstat", "firm"),
    [
        ("accepted", "ACCEPTED", "confirmed"),
        ("tentative", "TENTATIVE", "tentative"),
        ("declined", "DECLINED", "tentative"),
    ],
)
def test_answer_leaves_for_the_organiser(
    officer: Actor, posted: Posted, status: str, partstat: str, firm: str
) -> None:
    meeting = answer_invitation(officer, arrived(officer), status, comment="Kami, bertiga")

    assert posted.told == [("REPLY", SARI)]
    assert meeting.status == firm
    attendees = [line for line in lines(posted) if line.startswith("ATTENDEE")]
    assert attendees == [f'ATTENDEE;PARTSTAT={partstat};CN=Bagus;SENT-BY="mailto:{US}":mailto:{BAGUS}']
    assert {"METHOD:REPLY", "SEQUENCE:0", "COMMENT:Kami\\, bertiga", "UID:undangan-1@mitra.example"} <= set(
        lines(posted)
    )


def test_other_time_is_proposed_and_nothing_moves_here(officer: Actor, posted: Posted) -> None:
    meeting = arrived(officer)

    propose_time(officer, meeting, Times(STARTS, ENDS), "Asia/Jakarta", comment="Lebih awal?")

    assert posted.told == [("COUNTER", SARI)]
    assert {"METHOD:COUNTER", "DTSTART;TZID=Asia/Jakarta:20990305T140000", "COMMENT:Lebih awal?"} <= set(
        lines(posted)
    )
    meeting.refresh_from_db()
    assert meeting.starts_at.isoformat() == "2099-03-10T07:00:00+00:00"


def test_change_of_the_organiser_moves_the_meeting_and_asks_again(officer: Actor, posted: Posted) -> None:
    answer_invitation(officer, arrived(officer), "accepted")

    meeting = arrived(officer, request(sequence=1, hour=16))

    assert (meeting.starts_at.hour, meeting.status) == (9, "tentative")
    asked = our_invitation(officer, meeting)
    assert asked is not None
    assert asked.status == Status.UNKNOWN


def test_older_version_and_the_same_again_change_nothing(officer: Actor) -> None:
    arrived(officer, request(sequence=1, hour=16))

    meeting = arrived(officer, request(sequence=0, hour=10))

    meeting.refresh_from_db()
    assert (meeting.starts_at.hour, meeting.sequence, Meeting.objects.count()) == (9, 1, 1)


def test_cancellation_calls_it_off(officer: Actor) -> None:
    arrived(officer)

    meeting = arrived(officer, request(sequence=1, method="CANCEL"))

    assert meeting.status == Meeting.Status.CANCELLED


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL"])
@pytest.mark.parametrize(
    ("organiser", "sender", "believed", "trouble"),
    [
        (SARI, "palsu@lain.example", True, Trouble.NOT_FROM),
        (SARI, SARI, False, Trouble.NOT_FROM),
        ("palsu@lain.example", "palsu@lain.example", True, Trouble.OTHER_ORGANISER),
    ],
)
def test_forged_change_is_a_question_and_changes_nothing(
    officer: Actor, method: str, organiser: str, sender: str, believed: bool, trouble: Trouble
) -> None:
    meeting = arrived(officer)
    forged = request(sequence=9, hour=16, method=method).replace(f"mailto:{SARI}", f"mailto:{organiser}")

    arrives(officer, forged, sender=sender, believed=believed)

    meeting.refresh_from_db()
    assert (meeting.starts_at.hour, meeting.status, meeting.sequence) == (7, "tentative", 0)
    assert meeting.questions.get().trouble == trouble


def test_forged_invitation_makes_no_meeting(officer: Actor) -> None:
    assert arrives(officer, request(), sender="palsu@lain.example") == []
    assert not Meeting.objects.exists()


def test_invitation_to_what_is_over_makes_no_meeting(officer: Actor) -> None:
    assert arrives(officer, request().replace("2099", "2019")) == []


def test_nobody_changes_our_own_meeting_by_an_invitation(officer: Actor, posted: Posted) -> None:
    meeting = invited(officer)

    arrives(officer, request(sequence=9).replace("undangan-1@mitra.example", meeting.uid))

    meeting.refresh_from_db()
    assert (meeting.title, meeting.starts_at, meeting.sequence) == ("Rapat teknis", STARTS, 0)


def test_added_day_joins_its_series(officer: Actor) -> None:
    arrived(officer, request(more="RRULE:FREQ=WEEKLY\n"))

    (day,) = arrives(officer, request(sequence=1, method="ADD").replace("20990310", "20990312"))

    assert (day.recurrence_id, day.starts_at.day) == ("20990312T070000Z", 12)


def test_reader_and_drafter_do_not_answer(officer: Actor, drafter: Actor, posted: Posted) -> None:
    meeting = arrived(officer)

    with pytest.raises(PermissionDenied):
        answer_invitation(drafter, meeting, "accepted")


def test_own_meeting_is_not_answered(officer: Actor, posted: Posted) -> None:
    with pytest.raises(ValidationError):
        answer_invitation(officer, invited(officer), "accepted")
