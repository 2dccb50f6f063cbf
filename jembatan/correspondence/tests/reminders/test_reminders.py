"""Reminders: each once, to those whom they concern; and the journal's line when an answer does not come."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.reminders.remind import ESCALATED, remind, remind_desk
from jembatan.correspondence.actions.reminders.settle import (
    bring_back_reminder,
    see_reminder,
    set_rules,
)
from jembatan.correspondence.models import Reminder, Sender, Thread
from jembatan.correspondence.queries.reminders.unseen import unseen
from jembatan.correspondence.reminding import Rules, Step, steps_come
from jembatan.correspondence.tests import scene
from jembatan.correspondence.web.reminded import bell, reminders_panel
from jembatan.directory.models import Counterpart
from jembatan.journal.models import Entry
from jembatan.platform.dates.working_time import Office

type ClientOf = Callable[[Actor], Client]

JAKARTA = ZoneInfo("Asia/Jakarta")
WEEK = (*((time(8), time(17)),) * 5, None, None)
OFFICE = Office(JAKARTA, WEEK)
DUE = datetime(2026, 11, 4, 17, 0, tzinfo=JAKARTA)  # Wednesday


@pytest.mark.parametrize(
    ("now", "steps"),
    [
        ("2026-11-04T12:59", []),
        ("2026-11-04T13:00", [Step.BEFORE]),
        ("2026-11-04T17:00", [Step.DUE]),
        ("2026-11-05T15:59", [Step.DUE]),
        ("2026-11-05T16:00", [Step.DUE, Step.DEPUTY]),
        ("2026-11-06T15:00", [Step.DUE, Step.DEPUTY, Step.HEAD]),
        ("2026-11-12T15:00", []),
    ],
)
def test_steps_come_in_working_time(now: str, steps: list[Step]) -> None:
    moment = datetime.fromisoformat(f"{now}+07:00")
    assert steps_come(DUE, OFFICE, Rules(), now=moment) == steps


def test_step_without_hours_is_left_out() -> None:
    rules = Rules(before=None, deputy=None, head=None)
    assert steps_come(DUE, OFFICE, rules, now=DUE + timedelta(days=2)) == [Step.DUE]


@given(st.integers(-9 * 24, 9 * 24), st.integers(0, 100), st.integers(0, 100))
def test_no_step_comes_before_its_turn(hours: int, deputy: int, head: int) -> None:
    now = DUE + timedelta(hours=hours)
    come = steps_come(DUE, OFFICE, Rules(deputy=deputy, head=max(deputy, head)), now=now)

    assert come == sorted(come, key=list(Step).index)
    assert (Step.DUE in come) <= (now >= DUE)
    assert not (Step.BEFORE in come and len(come) > 1)


def waiting(actor: Actor, *, owner: Actor | None = None) -> Thread:
    """Due on Wednesday at 17.00."""
    thread = scene.conversation(actor.desk)
    Thread.objects.filter(pk=thread.pk).update(due_at=DUE, owner=owner.user if owner else None)
    thread.refresh_from_db()
    return thread


def told(step: Step) -> list[str]:
    found = Reminder.objects.filter(step=step.value).order_by("user__full_name")
    return list(found.values_list("user__full_name", flat=True))


def test_owner_is_reminded_once(officer: Actor) -> None:
    waiting(officer, owner=officer)

    assert remind_desk(officer.desk, now=DUE - timedelta(hours=1)) == 1
    assert remind_desk(officer.desk, now=DUE - timedelta(minutes=30)) == 0
    assert told(Step.BEFORE) == ["Bagus Prasetyo"]


def test_same_step_twice_at_once_tells_once(officer: Actor) -> None:
    thread = waiting(officer, owner=officer)

    assert remind(officer.desk, thread, Step.DUE, due_at=DUE) == 1
    assert remind(officer.desk, thread, Step.DUE, due_at=DUE) == 0
    assert remind(officer.desk, thread, Step.DUE, due_at=DUE + timedelta(days=1)) == 1


def test_deputy_and_then_head_are_told_and_the_journal_keeps_it(
    officer: Actor, second_officer: Actor, head: Actor
) -> None:
    thread = waiting(officer, owner=officer)
    ministry = scene.organisation(officer.desk)
    Sender.objects.filter(email="budi@laut.example").update(organisation=ministry)
    assert officer.user is not None
    Counterpart.objects.create(
        desk=officer.desk, organisation=ministry, lead=officer.user, deputy=second_officer.user
    )
    assert thread.due_at == DUE

    assert remind_desk(officer.desk, now=DUE + timedelta(days=1)) == 2
    assert (told(Step.DUE), told(Step.DEPUTY), told(Step.HEAD)) == (
        ["Bagus Prasetyo"],
        ["Maria Lengkong"],
        [],
    )
    assert remind_desk(officer.desk, now=DUE + timedelta(days=2)) == 1
    assert told(Step.HEAD) == ["Ratna Wulandari"]

    lines = Entry.objects.filter(kind=ESCALATED).order_by("pk")
    assert [line.summary for line in lines] == [
        "The answer to “Nota kesepahaman” is overdue; told: Maria Lengkong.",
        "The answer to “Nota kesepahaman” is overdue; told: Ratna Wulandari.",
    ]


def test_heads_are_told_where_nobody_answers_for_it(head: Actor) -> None:
    waiting(head)
    remind_desk(head.desk, now=DUE)

    assert told(Step.DUE) == ["Ratna Wulandari"]


def test_nobody_is_told_of_what_they_may_not_see(head: Actor, officer: Actor, second_officer: Actor) -> None:
    thread = waiting(officer, owner=second_officer)
    scene.restrict(thread, *([officer.user] if officer.user else []))
    remind_desk(officer.desk, now=DUE)

    assert told(Step.DUE) == ["Ratna Wulandari"]


def test_answered_conversation_reminds_of_nothing(officer: Actor) -> None:
    thread = waiting(officer, owner=officer)
    remind_desk(officer.desk, now=DUE)
    assert unseen(officer).count() == 1

    scene.answer(thread)
    assert unseen(officer).count() == 0
    assert remind_desk(officer.desk, now=DUE + timedelta(days=1)) == 0


def test_old_mail_reminds_nobody(officer: Actor) -> None:
    waiting(officer, owner=officer)

    assert remind_desk(officer.desk, now=DUE + timedelta(days=30)) == 0


def test_seen_reminder_leaves_and_comes_back(officer: Actor) -> None:
    waiting(officer, owner=officer)
    remind_desk(officer.desk, now=DUE)
    reminder = Reminder.objects.get()

    see_reminder(officer, reminder)
    assert unseen(officer).count() == 0
    bring_back_reminder(officer, reminder)
    assert unseen(officer).count() == 1


def test_bell_and_panel_say_what_one_is_reminded_of(
    officer: Actor, reader: Actor, rf: RequestFactory
) -> None:
    waiting(officer, owner=officer)
    remind_desk(officer.desk, now=DUE)
    request: HttpRequest = rf.get("/")

    assert "1 reminder" in bell(request, officer, None)
    assert "The answer is due." in reminders_panel(request, officer, None)
    assert bell(rf.get("/"), reader, None) == ""
    assert reminders_panel(request, reader, None) == ""


@pytest.mark.parametrize("threads", [1, 3])
def test_panel_needs_the_same_queries_for_any_number(
    officer: Actor, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries, threads: int
) -> None:
    for _number in range(threads):
        waiting(officer, owner=officer)
    remind_desk(officer.desk, now=DUE)

    with django_assert_num_queries(3):
        assert reminders_panel(rf.get("/"), officer, None).count("row-title") == threads


def test_only_its_receiver_sees_to_a_reminder(officer: Actor, head: Actor, client_of: ClientOf) -> None:
    waiting(officer, owner=officer)
    remind_desk(officer.desk, now=DUE)
    reminder = Reminder.objects.get()

    assert client_of(head).post(f"/reminders/{reminder.pk}/sight/").status_code == 404
    assert client_of(officer).post(f"/reminders/{reminder.pk}/sight/").status_code == 302
    assert unseen(officer).count() == 0
    client_of(officer).post(f"/reminders/{reminder.pk}/return/")
    assert unseen(officer).count() == 1


def test_head_sets_the_rules(head: Actor, officer: Actor, client_of: ClientOf) -> None:
    with pytest.raises(PermissionDenied):
        set_rules(officer, Rules())
    client_of(head).post("/settings/reminders/", {"before_hours": "2", "deputy_hours": "", "head_hours": "9"})
    page = client_of(officer).get("/settings/reminders/").text

    assert "The head of the desk changes this." in page
    assert set_rules(head, Rules(before=1)).before_hours == 1
