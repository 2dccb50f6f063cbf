"""The pages of inviting and being invited, for who may and who may not."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.tests.invitations.scene import (
    SARI,
    STARTS,
    US,
    Posted,
    arrives,
    guest,
    invited,
    planned,
    reply,
    request,
)
from jembatan.meetings.tests.test_double_booking import plan

type ClientOf = Callable[[Actor], Client]


def page_of(client: Client, meeting: Meeting) -> str:
    return client.get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()


def test_invite_shows_who_gets_what_and_sends_it(officer: Actor, client_of: ClientOf, posted: Posted) -> None:
    meeting = planned(officer)
    client, address = client_of(officer), reverse("meetings:invitation", args=[meeting.pk])

    shown = client.get(address).content.decode()
    client.post(address, {"sender": US, "guests": [guest(meeting).pk]})

    assert "Sari · sari@mitra.example" in shown
    assert "Invitation: Rapat teknis" in shown
    assert posted.told == [("REQUEST", SARI)]
    assert "invited, no answer" in page_of(client, meeting)


def test_invite_says_what_is_wrong_and_keeps_the_choice(
    officer: Actor, client_of: ClientOf, posted: Posted
) -> None:
    meeting = planned(officer)

    answer = client_of(officer).post(reverse("meetings:invitation", args=[meeting.pk]), {"sender": US})

    assert answer.status_code == 422
    assert "Choose at least one guest." in answer.content.decode()
    assert posted.told == []


def test_invite_is_offered_to_who_may_send(
    officer: Actor, drafter: Actor, reader: Actor, client_of: ClientOf, posted: Posted
) -> None:
    meeting = planned(officer)
    link = f'href="{reverse("meetings:invitation", args=[meeting.pk])}"'

    offered = [link in page_of(client_of(each), meeting) for each in (officer, drafter, reader)]

    assert offered == [True, False, False]


def test_desk_without_sending_address_is_told_so(officer: Actor, client_of: ClientOf) -> None:
    meeting = planned(officer)

    page = client_of(officer).get(reverse("meetings:invitation", args=[meeting.pk])).content.decode()

    assert "no sending address yet" in page


def test_answer_shows_with_its_comment_and_its_delegate(
    officer: Actor, client_of: ClientOf, posted: Posted
) -> None:
    meeting = invited(officer)
    arrives(
        officer,
        reply(
            meeting,
            "DELEGATED",
            parameters=';DELEGATED-TO="mailto:dewi@mitra.example"',
            more="COMMENT:Cuti\n",
        ),
    )

    page = page_of(client_of(officer), meeting)

    assert "“Cuti”" in page
    assert "dewi@mitra.example comes instead" in page


def test_other_time_is_accepted_on_the_page(
    officer: Actor, reader: Actor, client_of: ClientOf, posted: Posted
) -> None:
    meeting = invited(officer)
    other = "DTSTART:20990306T070000Z\nDTEND:20990306T083000Z\n"
    arrives(officer, reply(meeting, "TENTATIVE", method="COUNTER", more=other))
    question = meeting.questions.get()

    shown = page_of(client_of(reader), meeting)
    address = reverse("meetings:question", args=[meeting.pk, question.pk])
    client_of(officer).post(address, {"decision": "accept"})

    assert "Sari proposes another time: Fri, 6 Mar 2099, 14:00–15:30 WIB (UTC+7)" in shown
    assert "Move the meeting" not in shown
    meeting.refresh_from_db()
    assert meeting.starts_at.day == 6


def test_other_time_at_which_one_of_us_is_taken_is_accepted_knowingly(
    officer: Actor, client_of: ClientOf, posted: Posted
) -> None:
    meeting = invited(officer)
    day_later = timedelta(days=1)
    plan(officer, "Sekali", at=STARTS + day_later)
    other = "DTSTART:20990306T070000Z\nDTEND:20990306T083000Z\n"
    arrives(officer, reply(meeting, "TENTATIVE", method="COUNTER", more=other))
    address = reverse("meetings:question", args=[meeting.pk, meeting.questions.get().pk])
    client = client_of(officer)

    asked = client.post(address, {"decision": "accept", "next": "/meetings/"})
    client.post(address, {"decision": "accept", "allowed": "on"})

    page = asked.content.decode()
    assert asked.status_code == 422
    assert "is taken at that time by “Sekali”: Fri, 6 Mar 2099" in page
    assert '<input type="hidden" name="decision" value="accept">' in page
    assert 'href="/meetings/"' in page
    meeting.refresh_from_db()
    assert meeting.starts_at == STARTS + day_later


def test_doubtful_answer_says_why(officer: Actor, client_of: ClientOf, posted: Posted) -> None:
    meeting = invited(officer)
    arrives(officer, reply(meeting), sender="palsu@lain.example")

    page = page_of(client_of(officer), meeting)

    assert "does not count by itself" in page
    assert "palsu@lain.example, who may not speak for whom it names" in page


@pytest.mark.parametrize("status", ["accepted", "tentative", "declined"])
def test_invitation_is_answered_on_the_page(
    officer: Actor, client_of: ClientOf, posted: Posted, status: str
) -> None:
    (meeting,) = arrives(officer, request())
    client = client_of(officer)

    assert "Do we come?" in page_of(client, meeting)
    client.post(reverse("meetings:answer", args=[meeting.pk]), {"status": status, "comment": "Baik"})

    assert posted.told == [("REPLY", SARI)]
    assert "Our answer" in page_of(client, meeting)
    assert guest(meeting, "bagus@selatnusantara.example").status == Attendance.Status(status)


def test_answer_that_is_none_is_refused_in_a_sentence(
    officer: Actor, client_of: ClientOf, posted: Posted
) -> None:
    (meeting,) = arrives(officer, request())
    client = client_of(officer)

    client.post(reverse("meetings:answer", args=[meeting.pk]), {"status": "unknown"})

    assert posted.told == []
    assert "Say whether you come." in page_of(client, meeting)


def test_other_time_is_proposed_on_the_page(officer: Actor, client_of: ClientOf, posted: Posted) -> None:
    (meeting,) = arrives(officer, request())
    client, address = client_of(officer), reverse("meetings:proposal", args=[meeting.pk])
    values = {
        "first_day": "2099-03-11",
        "begins": "09:00",
        "last_day": "2099-03-11",
        "ends": "10:00",
        "zone": "Asia/Jakarta",
        "version": "1",
        "comment": "Rabu?",
    }

    assert client.get(address).status_code == 200
    assert client.post(address, {**values, "begins": ""}).status_code == 422
    client.post(address, values)

    assert posted.told == [("COUNTER", SARI)]
    assert b"DTSTART;TZID=Asia/Jakarta:20990311T090000" in posted.letters[0].content


def test_cancelling_tells_a_drafter_that_others_are_invited(
    officer: Actor, drafter: Actor, client_of: ClientOf, posted: Posted
) -> None:
    meeting = invited(officer)
    client = client_of(drafter)

    client.post(reverse("meetings:cancellation", args=[meeting.pk]))
    client.post(reverse("meetings:guest_removal", args=[meeting.pk, guest(meeting).pk]))

    meeting.refresh_from_db()
    assert not meeting.is_cancelled
    assert meeting.attendances.filter(email=SARI).exists()
    assert "only an officer can change it" in page_of(client, meeting)


def test_one_date_of_a_series_is_called_off_from_its_page(
    officer: Actor, client_of: ClientOf, posted: Posted
) -> None:
    meeting = planned(officer)
    meeting.rule = "RRULE:FREQ=WEEKLY;COUNT=4"
    meeting.save()
    schedule([meeting], now=meeting.starts_at)
    client, second = client_of(officer), "20990312T070000Z"
    page = client.get(reverse("meetings:meeting", args=[meeting.pk]), {"at": second}).content.decode()
    assert "This date only" in page
    assert f'value="{second}"' in page

    for then, leads_to in (
        ("times", "meetings:times"),
        ("", "meetings:meeting"),
        ("cancellation", "meetings:meeting"),
    ):
        answer = client.post(reverse("meetings:apart", args=[meeting.pk]), {"at": second, "then": then})
        alone = Meeting.objects.get(recurrence_id=second)
        assert answer.headers["Location"] == reverse(leads_to, args=[alone.pk])
    assert alone.is_cancelled

    refused = client.post(
        reverse("meetings:apart", args=[meeting.pk]), {"at": "20990313T070000Z"}, follow=True
    )
    assert "The series does not take place at that date." in refused.content.decode()
