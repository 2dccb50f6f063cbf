"""Inviting, and telling those invited of changes."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.models import ContactPoint, Person
from jembatan.meetings.actions.cancel_meeting import cancel_meeting, restore_meeting
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.guests import add_guest, remove_guest
from jembatan.meetings.actions.invitations.invite import invite
from jembatan.meetings.actions.plan_meeting import Times
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
    invited,
    planned,
    reply,
)

BOTH = [SARI, BUDI]


def lines(posted: Posted) -> list[str]:
    return posted.letters[-1].content.decode().replace("\r\n ", "").split("\r\n")


def test_each_guest_gets_an_invitation_that_calendars_and_people_read(officer: Actor, posted: Posted) -> None:
    meeting = invited(officer)

    assert posted.told == [("REQUEST", SARI), ("REQUEST", BUDI)]
    said = posted.letters[-1]
    assert (said.sender, said.subject) == (US, "Invitation: Rapat teknis")
    assert "14:00–15:00 WIB" in said.text
    assert {
        f"UID:{meeting.uid}",
        "SEQUENCE:0",
        "DTSTART;TZID=Asia/Jakarta:20990305T140000",
        "BEGIN:VTIMEZONE",
        "METHOD:REQUEST",
    } <= set(lines(posted))
    assert next(each for each in lines(posted) if each.startswith("ORGANIZER")).endswith(f"mailto:{US}")
    assert [guest(meeting, email).told for email in BOTH] == [0, 0]


def test_guest_of_the_directory_is_invited_at_the_preferred_address(
    officer: Actor, budi: Person, posted: Posted
) -> None:
    meeting = planned(officer)
    add_contact_point(officer, budi, kind=ContactPoint.Kind.EMAIL, value="budi@laut.example")
    added = add_guest(officer, meeting, budi)

    invite(officer, meeting, address=US, guests=[added.pk])

    assert posted.told == [("REQUEST", "budi@laut.example")]


def test_meeting_that_moves_asks_anew_by_the_next_sequence(officer: Actor, posted: Posted) -> None:
    meeting = invited(officer)
    arrives(officer, reply(meeting))
    meeting.refresh_from_db()
    later = Times(STARTS.replace(hour=9), ENDS.replace(hour=10))

    change_meeting(officer, meeting, "times", (later, "Asia/Jakarta"), version=meeting.version)

    assert posted.told[2:] == [("REQUEST", SARI), ("REQUEST", BUDI)]
    assert {"SEQUENCE:1", "DTSTART;TZID=Asia/Jakarta:20990305T160000"} <= set(lines(posted))
    assert posted.letters[-1].subject == "Changed: Rapat teknis"
    assert (guest(meeting).status, guest(meeting).told) == (Attendance.Status.UNKNOWN, 1)


def test_other_words_are_told_and_answers_stay(officer: Actor, posted: Posted) -> None:
    meeting = invited(officer)
    arrives(officer, reply(meeting))
    meeting.refresh_from_db()

    change_meeting(officer, meeting, "location", "Ruang 9", version=meeting.version)

    assert posted.told[2:] == [("REQUEST", SARI), ("REQUEST", BUDI)]
    assert {"SEQUENCE:0", "LOCATION:Ruang 9"} <= set(lines(posted))
    assert guest(meeting).status == Attendance.Status.ACCEPTED


def test_cancelled_and_restored_meeting_is_told(officer: Actor, posted: Posted) -> None:
    meeting = invited(officer)

    cancel_meeting(officer, meeting)
    restore_meeting(officer, meeting)

    assert posted.told[2:] == [("CANCEL", SARI), ("CANCEL", BUDI), ("REQUEST", SARI), ("REQUEST", BUDI)]
    assert "SEQUENCE:2" in lines(posted)


def test_guest_taken_out_is_told_and_the_others_are_told_who_comes(officer: Actor, posted: Posted) -> None:
    meeting = invited(officer)

    remove_guest(officer, guest(meeting))

    assert posted.told[2:] == [("CANCEL", SARI), ("REQUEST", BUDI)]


def test_meeting_without_invitations_tells_nobody(officer: Actor, posted: Posted) -> None:
    meeting = planned(officer)

    cancel_meeting(officer, meeting)

    assert posted.told == []


def test_drafter_neither_invites_nor_changes_what_others_are_invited_to(
    officer: Actor, drafter: Actor, posted: Posted
) -> None:
    meeting = invited(officer)

    with pytest.raises(PermissionDenied):
        invite(drafter, meeting, address=US, guests=[guest(meeting).pk])
    with pytest.raises(ValidationError):
        cancel_meeting(drafter, meeting)

    meeting.refresh_from_db()
    assert (meeting.status, len(posted.told)) == (Meeting.Status.CONFIRMED, 2)


@pytest.mark.parametrize(
    ("address", "email"), [("lain@selatnusantara.example", SARI), (US, ""), (US, "nobody")]
)
def test_invitation_that_cannot_be_sent_changes_nothing(
    officer: Actor, posted: Posted, address: str, email: str
) -> None:
    meeting = planned(officer)
    if not email:
        meeting.attendances.filter(email=SARI).update(email="")
    chosen = meeting.attendances.filter(name="Sari") if email != "nobody" else Attendance.objects.none()

    with pytest.raises(ValidationError):
        invite(officer, meeting, address=address, guests=chosen.values_list("pk", flat=True))

    meeting.refresh_from_db()
    assert (meeting.is_ours, posted.told) == (False, [])


def test_words_are_in_the_language_of_the_desk(officer: Actor, posted: Posted) -> None:
    officer.desk.language = "id"
    officer.desk.save(update_fields=["language"])

    invited(officer)

    assert posted.letters[0].subject == "Undangan: Rapat teknis"
    assert "14.00–15.00 WIB" in posted.letters[0].text
