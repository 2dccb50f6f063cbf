"""Their confirmation is owed: by when, late like every other answer, and the owner is reminded of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clock.agree import agree_deadline
from jembatan.correspondence.actions.reminders.remind import remind_desk
from jembatan.correspondence.actions.reminders.settle import set_rules
from jembatan.correspondence.actions.restate import restate
from jembatan.correspondence.models import Message, ReadBack, Reminder, Thread
from jembatan.correspondence.queries.reminders.letter import reminder_letter
from jembatan.correspondence.queries.reminders.unseen import unseen, unseen_once_each
from jembatan.correspondence.reminding import Rules
from jembatan.correspondence.tests import scene
from jembatan.correspondence.web.reminded import reminders_panel

type Ask = Callable[..., tuple[Message, list[str]]]
type ClientOf = Callable[[Actor], Client]
UNDERSTOOD = {"kind": "understood"}


def due(message: Message) -> datetime | None:
    return Thread.objects.get(pk=message.thread_id).due_at


def make_late(message: Message, *, by: timedelta = timedelta(hours=30)) -> datetime:
    """The day by which they were asked is over since then."""
    moment = timezone.now() - by
    ReadBack.objects.update(expected_by=moment)
    restate([message.thread])
    return moment


def test_their_confirmation_is_expected_by_the_day_that_the_mail_names(
    ask: Ask, officer: Actor, client_of: ClientOf
) -> None:
    filed, [link] = ask(text="Terima kasih. Rapat dipindah ke hari Rabu. Siapa yang hadir?")
    assert due(filed) == ReadBack.objects.get().expected_by
    page = client_of(officer).get(f"/threads/{filed.thread_id}/").text
    assert "until then they were asked to say back what they understood" in page

    Client().post(link, UNDERSTOOD)
    assert due(filed) not in {None, ReadBack.objects.get().expected_by}


def test_bare_thanks_that_want_to_be_said_back_are_theirs_to_answer(ask: Ask) -> None:
    filed, [link] = ask(text="Terima kasih banyak.")
    assert (Thread.objects.get().turn, due(filed)) == (Thread.Turn.THEIRS, ReadBack.objects.get().expected_by)
    Client().post(link, UNDERSTOOD)
    assert (Thread.objects.get().turn, due(filed)) == (Thread.Turn.NOBODYS, None)


def test_one_of_two_who_have_not_confirmed_still_owes_it(ask: Ask) -> None:
    filed, [first, _second] = ask(to="budi@laut.example, aiko@laut.example")
    Client().post(first, UNDERSTOOD)
    assert due(filed) == ReadBack.objects.get().expected_by


def test_what_a_person_settles_afterwards_wins(ask: Ask, officer: Actor) -> None:
    filed, _links = ask()
    later = timezone.now() + timedelta(days=20)
    agree_deadline(officer, filed.thread, by=later)
    assert due(filed) == later


def test_late_confirmation_is_shown_as_other_late_answers_are(
    ask: Ask, officer: Actor, client_of: ClientOf
) -> None:
    filed, [link] = ask()
    make_late(filed)
    client = client_of(officer)
    for address in ("/inbox/?turn=theirs", f"/threads/{filed.thread_id}/"):
        assert "expected 1\xa0day ago" in client.get(address).text
    Client().post(link, UNDERSTOOD)
    assert "expected 1\xa0day ago" not in client.get("/inbox/?turn=").text


def test_owner_is_reminded_once_of_a_confirmation_that_has_not_come(
    ask: Ask, officer: Actor, rf: RequestFactory
) -> None:
    filed, [link] = ask()
    Thread.objects.update(owner=officer.user)
    assert remind_desk(officer.desk) == 0
    make_late(filed)
    assert (remind_desk(officer.desk), remind_desk(officer.desk)) == (1, 0)

    assert Reminder.objects.get().user == officer.user
    request: HttpRequest = rf.get("/")
    assert "They have not said back what they understood." in reminders_panel(request, officer, None)
    Client().post(link, UNDERSTOOD)
    assert not unseen(officer).exists()


def test_owner_is_reminded_once_of_a_confirmation_that_is_due_soon_and_again_when_it_is_late(
    ask: Ask, officer: Actor, head: Actor, rf: RequestFactory
) -> None:
    filed, [link] = ask()
    Thread.objects.update(owner=officer.user)
    due_at = ReadBack.objects.get().expected_by
    soon = due_at - timedelta(minutes=30)
    assert (remind_desk(officer.desk, now=soon), remind_desk(officer.desk, now=soon)) == (1, 0)
    told = Reminder.objects.get()
    assert (told.user, told.step) == (officer.user, Reminder.Step.SOON)
    request: HttpRequest = rf.get("/")
    assert "They have to say back soon what they understood." in reminders_panel(request, officer, None)
    assert reminder_letter(told)[0] == f"To be said back soon: {filed.thread.subject}"

    assert remind_desk(officer.desk, now=due_at + timedelta(minutes=1)) == 1
    assert [each.step for each in unseen_once_each(officer)] == [Reminder.Step.THEIRS]
    Client().post(link, UNDERSTOOD)
    assert not unseen(officer).exists()


def test_head_who_wants_no_reminder_before_gets_none_of_theirs(ask: Ask, officer: Actor, head: Actor) -> None:
    ask()
    Thread.objects.update(owner=officer.user)
    set_rules(head, Rules(before=None))
    assert remind_desk(officer.desk, now=ReadBack.objects.get().expected_by - timedelta(minutes=30)) == 0


def test_other_late_answers_of_theirs_remind_nobody(officer: Actor) -> None:
    thread = scene.conversation(officer.desk, answered=True)
    Thread.objects.filter(pk=thread.pk).update(owner=officer.user, due_at=timezone.now() - timedelta(hours=1))
    assert remind_desk(officer.desk) == 0


@pytest.mark.parametrize("days", [5, 60])
def test_old_ones_are_no_news(ask: Ask, officer: Actor, days: int) -> None:
    filed, _links = ask()
    Thread.objects.update(owner=officer.user)
    make_late(filed, by=timedelta(days=days))
    assert remind_desk(officer.desk) == 0
