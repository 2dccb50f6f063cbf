"""Deadlines that letters set are suggested where somebody can take them over, and nowhere else."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clock.agree import agree_deadline
from jembatan.correspondence.models import Message, Thread
from jembatan.correspondence.tests import scene
from jembatan.correspondence.web import day
from jembatan.correspondence.web.suggested import Suggestion, suggested_deadlines

type ClientOf = Callable[[Actor], Client]

WORDS = "Mohon tanggapan paling lambat Jumat pukul 15.00 WIB."
MOMENT = datetime.fromisoformat("2026-11-06T15:00+07:00")


def asked(officer: Actor, text: str = WORDS) -> tuple[Thread, Message]:
    thread = scene.thread(officer.desk)
    return thread, scene.message(thread, text=text)


def test_letter_suggests_the_deadline_in_its_words(officer: Actor) -> None:
    assert suggested_deadlines(*asked(officer)) == [
        Suggestion(MOMENT, "paling lambat Jumat pukul 15.00 WIB", sure=True)
    ]


def test_hour_is_that_of_the_sender(officer: Actor) -> None:
    thread = scene.thread(officer.desk)
    message = scene.message(thread, text="Please reply by Friday, 4 pm.", language="en", sent_offset=60)

    assert [each.at for each in suggested_deadlines(thread, message)] == [
        datetime.fromisoformat("2026-11-06T16:00+01:00")
    ]


def test_our_own_request_says_when_we_expect_an_answer(officer: Actor) -> None:
    thread = scene.thread(officer.desk)
    message = scene.answer(thread, text=WORDS)

    assert [each.at for each in suggested_deadlines(thread, message)] == [MOMENT]


def test_answered_letter_suggests_nothing_any_more(officer: Actor) -> None:
    thread, message = asked(officer)
    scene.answer(thread)

    assert suggested_deadlines(thread, message) == []


def test_what_counts_already_is_not_suggested(officer: Actor) -> None:
    thread, message = asked(officer)
    agree_deadline(officer, thread, by=MOMENT)
    thread.refresh_from_db()

    assert suggested_deadlines(thread, message) == []


def test_quoted_words_suggest_nothing(officer: Actor) -> None:
    assert suggested_deadlines(*asked(officer, f"Terlampir.\n\nOn Monday Bagus wrote:\n> {WORDS}")) == []


def test_one_key_takes_it_over(officer: Actor, client_of: ClientOf) -> None:
    thread, _message = asked(officer)
    client = client_of(officer)

    page = client.get(f"/threads/{thread.pk}/").text
    assert 'data-key="d"' in page
    client.post(f"/threads/{thread.pk}/deadline/", {"by": MOMENT.isoformat()})
    thread.refresh_from_db()
    assert thread.deadline == MOMENT


def test_drafters_are_not_offered_what_they_may_not_do(
    officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    thread, _message = asked(officer)

    assert 'data-key="d"' not in client_of(drafter).get(f"/threads/{thread.pk}/").text


@pytest.fixture
def request_of_a_page(rf: RequestFactory) -> HttpRequest:
    return rf.get("/")


def test_today_shows_what_is_mine_until_tonight(officer: Actor, request_of_a_page: HttpRequest) -> None:
    now = timezone.now()
    for number, owner in enumerate((officer.user, officer.user, None)):
        made = scene.conversation(officer.desk, f"Surat {number}")
        due = now if number != 1 else now + timedelta(days=3)
        Thread.objects.filter(pk=made.pk).update(owner=owner, due_at=due)

    panel = day.mine_until_tonight(request_of_a_page, officer, None)
    assert "Surat 0" in panel
    assert "Surat 1" not in panel
    assert "Surat 2" not in panel
