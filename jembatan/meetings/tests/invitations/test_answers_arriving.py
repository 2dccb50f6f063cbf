"""Answers to our invitations: those of four makers of calendars, replays, forgeries, strangers, delegates, other times."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.invitations.settle import accept_question, decline_question
from jembatan.meetings.actions.lines import ANSWERED
from jembatan.meetings.actions.plan_meeting import Times
from jembatan.meetings.formats.itip.trouble import Trouble
from jembatan.meetings.models import Attendance, InvitationMail, InvitationQuestion, Meeting
from jembatan.meetings.tests.invitations.makers import MAKERS
from jembatan.meetings.tests.invitations.scene import (
    BUDI,
    ENDS,
    SARI,
    STARTS,
    Posted,
    arrives,
    guest,
    invited,
    reply,
)

Status = Attendance.Status
pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(officer: Actor, posted: Posted) -> Meeting:
    return invited(officer)


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize(
    ("answer", "status"),
    [("ACCEPTED", Status.ACCEPTED), ("DECLINED", Status.DECLINED), ("TENTATIVE", Status.TENTATIVE)],
)
def test_answer_of_any_maker_stands_with_its_guest(
    officer: Actor, meeting: Meeting, maker: str, answer: str, status: str
) -> None:
    arrives(officer, MAKERS[maker].format(uid=meeting.uid, answer=answer), message_id=7)

    assert (guest(meeting).status, guest(meeting, BUDI).status) == (status, Status.UNKNOWN)
    assert InvitationMail.objects.filter(meeting=meeting, message_id=7).exists()
    assert Entry.objects.filter(kind=ANSWERED, source_id=meeting.pk).count() == 1


def test_comment_comes_with_the_answer(officer: Actor, meeting: Meeting) -> None:
    arrives(officer, reply(meeting, "DECLINED", more="COMMENT:Maaf\\, sedang dinas luar\n"))

    assert guest(meeting).comment == "Maaf, sedang dinas luar"


def test_replayed_answer_changes_nothing_and_asks_nothing(officer: Actor, meeting: Meeting) -> None:
    early = reply(meeting, "ACCEPTED", stamp="20260301T080000Z")
    arrives(officer, early)
    arrives(officer, reply(meeting, "DECLINED", stamp="20260301T090000Z"))

    arrives(officer, early, message_id=3)

    assert guest(meeting).status == Status.DECLINED
    assert not meeting.questions.exists()


@pytest.mark.parametrize(
    ("sender", "believed", "email", "trouble"),
    [
        ("palsu@lain.example", True, SARI, Trouble.NOT_FROM),
        (BUDI, True, SARI, Trouble.NOT_FROM),
        ("", True, SARI, Trouble.NOT_FROM),
        (SARI, False, SARI, Trouble.NOT_FROM),
        ("tamu@lain.example", True, "tamu@lain.example", Trouble.NOT_INVITED),
    ],
)
def test_forged_or_unknown_answer_is_a_question_and_changes_nothing(
    officer: Actor, meeting: Meeting, sender: str, believed: bool, email: str, trouble: Trouble
) -> None:
    before = list(meeting.attendances.order_by("pk").values())

    for _twice in range(2):
        arrives(officer, reply(meeting, email=email), sender=sender, believed=believed)

    (question,) = meeting.questions.all()
    assert (question.kind, question.trouble, question.email) == ("doubt", trouble, email)
    assert list(meeting.attendances.order_by("pk").values()) == before


def test_answer_to_the_time_before_is_a_question(officer: Actor, meeting: Meeting) -> None:
    old = reply(meeting)
    later = Times(STARTS.replace(hour=9), ENDS.replace(hour=10))
    change_meeting(officer, meeting, "times", (later, "Asia/Jakarta"), version=meeting.version)

    arrives(officer, old)

    assert guest(meeting).status == Status.UNKNOWN
    assert meeting.questions.get().trouble == Trouble.OUTDATED


def test_secretary_may_answer(officer: Actor, meeting: Meeting) -> None:
    by = ';SENT-BY="mailto:sekretaris@mitra.example"'

    arrives(officer, reply(meeting, parameters=by), sender="sekretaris@mitra.example")

    assert guest(meeting).status == Status.ACCEPTED


def test_delegate_is_named_and_may_answer(officer: Actor, meeting: Meeting) -> None:
    dewi = "dewi@mitra.example"

    arrives(officer, reply(meeting, "DELEGATED", parameters=f';DELEGATED-TO="mailto:{dewi}"'))
    arrives(officer, reply(meeting, "ACCEPTED", email=dewi), sender=dewi)

    assert (guest(meeting).status, guest(meeting).delegated_to) == (Status.DELEGATED, dewi)
    assert guest(meeting, dewi).status == Status.ACCEPTED


def test_doubtful_answer_counts_when_a_person_says_so(officer: Actor, meeting: Meeting) -> None:
    arrives(officer, reply(meeting, email="tamu@lain.example"), sender="tamu@lain.example")

    accept_question(officer, meeting.questions.get())

    assert guest(meeting, "tamu@lain.example").status == Status.ACCEPTED


def test_other_time_moves_the_meeting_when_it_is_accepted(
    officer: Actor, meeting: Meeting, posted: Posted
) -> None:
    other = "DTSTART:20990306T070000Z\nDTEND:20990306T083000Z\nCOMMENT:Jumat lebih baik\n"
    arrives(officer, reply(meeting, "TENTATIVE", method="COUNTER", more=other))
    question = meeting.questions.get()
    assert (question.kind, question.comment) == ("counter", "Jumat lebih baik")

    accept_question(officer, question)

    meeting.refresh_from_db()
    assert (meeting.starts_at.isoformat(), meeting.sequence) == ("2099-03-06T07:00:00+00:00", 1)
    assert posted.told[2:] == [("REQUEST", SARI), ("REQUEST", BUDI)]


def test_other_time_that_is_declined_is_answered(officer: Actor, meeting: Meeting, posted: Posted) -> None:
    other = "DTSTART:20990306T070000Z\nDTEND:20990306T083000Z\n"
    arrives(officer, reply(meeting, "TENTATIVE", method="COUNTER", more=other))

    decline_question(officer, meeting.questions.get())

    meeting.refresh_from_db()
    assert meeting.starts_at == STARTS
    assert posted.told[2:] == [("DECLINECOUNTER", SARI)]
    assert b"METHOD:DECLINECOUNTER" in posted.letters[-1].content


def test_who_asks_for_the_meeting_gets_it_again(officer: Actor, meeting: Meeting, posted: Posted) -> None:
    arrives(officer, reply(meeting, method="REFRESH"))
    arrives(officer, reply(meeting, method="REFRESH"), sender="palsu@lain.example")

    assert posted.told[2:] == [("REQUEST", SARI)]


def test_answer_to_what_nobody_here_has_is_left_alone(officer: Actor, meeting: Meeting) -> None:
    other = reply(meeting).replace(meeting.uid, "lain@lain.example")

    assert arrives(officer, other) == []
    assert InvitationQuestion.objects.count() == 0


def test_answer_does_not_reach_the_desk_beside(stranger: Actor, meeting: Meeting) -> None:
    assert arrives(stranger, reply(meeting)) == []
    assert guest(meeting).status == Status.UNKNOWN


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(
        st.text(max_size=300),
        st.builds(
            "BEGIN:VCALENDAR\nMETHOD:{}\nBEGIN:VEVENT\nUID:undangan\n{}\nEND:VEVENT\nEND:VCALENDAR\n".format,
            st.sampled_from(["REQUEST", "REPLY", "CANCEL", "COUNTER", "ADD", "REFRESH", "DECLINECOUNTER"]),
            st.lists(
                st.sampled_from(
                    [
                        "ORGANIZER:mailto:sari@mitra.example",
                        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:sari@mitra.example",
                        "DTSTART:20990306T070000Z",
                        "DTSTART:99991231T235959Z",
                        "DTSTART;TZID=Bohong:20990306T070000",
                        "DTEND:20990305T070000Z",
                        "RECURRENCE-ID:20990306T070000Z",
                        "RRULE:FREQ=SECONDLY",
                        "SEQUENCE:99999999999999",
                        "DTSTAMP:00000000T000000Z",
                    ]
                ),
                max_size=7,
            ).map("\n".join),
        ),
    )
)
def test_any_calendar_is_taken_or_left(officer: Actor, meeting: Meeting, text: str) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(uid="undangan")
    before = Meeting.objects.filter(pk=meeting.pk).values("starts_at", "ends_at", "status", "sequence").get()

    arrives(officer, text)

    after = Meeting.objects.filter(pk=meeting.pk).values("starts_at", "ends_at", "status", "sequence").get()
    assert after == before
