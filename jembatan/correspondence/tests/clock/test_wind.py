"""By when a conversation is due: from the turn, in working time; a deadline or a promise counts before it."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.catching_up import hold_old_replies
from jembatan.correspondence.actions.clock.agree import agree_deadline
from jembatan.correspondence.actions.clock.settle import (
    Hours,
    add_day_off,
    set_answering_time,
    set_hours,
)
from jembatan.correspondence.actions.clock.wind import wind_clocks, wind_desk, wind_partners
from jembatan.correspondence.actions.merge import merge_threads
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Message, Sender, Thread
from jembatan.correspondence.queries.clock.why import Reason, reason_of
from jembatan.correspondence.tests import scene

FRIDAY = datetime(2026, 11, 6, 8, 0, tzinfo=UTC)


def jakarta(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+07:00")


def due(thread: Thread) -> datetime | None:
    thread.refresh_from_db()
    return thread.due_at


def test_our_answer_is_due_two_working_days_later(officer: Actor) -> None:
    """The mail came on Monday, 2 November 2026, at 10.00 in Jakarta."""
    assert due(scene.conversation(officer.desk)) == jakarta("2026-11-04T17:00")


def test_theirs_is_expected_by_working_days_of_their_country(officer: Actor) -> None:
    thread = scene.conversation(officer.desk, answered=True)
    assert due(thread) == jakarta("2026-11-09T17:00")

    tokyo = scene.organisation(officer.desk, "Kedutaan", country="JP", time_zone="Asia/Tokyo")
    Sender.objects.filter(email="budi@laut.example").update(organisation=tokyo)
    wind_partners(officer.desk, [tokyo.pk])
    assert due(thread) == jakarta("2026-11-10T15:00")  # 3 November is Culture Day


def test_nothing_is_due_where_it_is_nobodys_turn(officer: Actor) -> None:
    thread = scene.conversation(officer.desk, answered=True)
    scene.message(thread, text="Terima kasih.", thanks=True)

    assert (thread.turn, due(thread)) == (Thread.Turn.NOBODYS, None)


def test_agreed_deadline_wins_until_the_turn_passes(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    usual = thread.due_at

    assert agree_deadline(officer, thread, by=FRIDAY) is None
    assert (due(thread), reason_of(officer, thread)) == (FRIDAY, Reason.AGREED)

    scene.answer(thread)
    scene.message(thread)
    assert due(thread) not in {FRIDAY, None}
    assert thread.deadline is None
    assert usual is not None


def test_deadline_can_be_taken_away(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    usual = thread.due_at
    agree_deadline(officer, thread, by=FRIDAY)

    assert agree_deadline(officer, thread, by=None) == FRIDAY
    assert due(thread) == usual


def test_holding_reply_moves_the_clock_and_keeps_the_turn(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    scene.answer(thread, text="Kami akan menjawab paling lambat Jumat.", holds=True, promised_by=FRIDAY)

    assert (thread.turn, due(thread)) == (Thread.Turn.OURS, FRIDAY)
    assert reason_of(officer, thread) == Reason.PROMISED


def test_their_holding_reply_moves_what_they_owe(officer: Actor) -> None:
    thread = scene.conversation(officer.desk, answered=True)
    scene.message(thread, text="We will reply by Friday.", holds=True, promised_by=FRIDAY)

    assert (thread.turn, due(thread)) == (Thread.Turn.THEIRS, FRIDAY)


def test_what_was_settled_last_counts(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    scene.answer(thread, holds=True, promised_by=FRIDAY)
    later = jakarta("2026-11-12T12:00")

    agree_deadline(officer, thread, by=later)
    assert due(thread) == later


def test_replies_of_before_are_read_for_promises(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    scene.answer(thread, text="Kami akan menjawab paling lambat Jumat.")
    Message.objects.update(sent_at=timezone.now().replace(microsecond=0))

    assert hold_old_replies(officer.desk) == 1
    assert hold_old_replies(officer.desk) == 0
    thread.refresh_from_db()
    assert thread.turn == Thread.Turn.OURS


def test_hours_and_days_off_of_the_desk_count(head: Actor) -> None:
    thread = scene.conversation(head.desk)
    set_hours(
        head,
        Hours(answer_days=3, expected_days=5, opens=time(8), closes=time(16), friday_closes=time(11, 30)),
    )
    add_day_off(head, date(2026, 11, 3), name="Hari jadi")
    wind_desk(head.desk)

    assert due(thread) == jakarta("2026-11-06T11:30")


def test_partner_has_an_answering_time_of_its_own(head: Actor) -> None:
    ministry = scene.organisation(head.desk)
    thread = scene.conversation(head.desk)
    Sender.objects.filter(email="budi@laut.example").update(organisation=ministry)
    set_answering_time(head, ministry, answer_days=1, expected_days=None)
    wind_clocks([thread.pk])

    assert due(thread) == jakarta("2026-11-03T17:00")


def test_deadline_survives_a_merge(officer: Actor) -> None:
    target = scene.conversation(officer.desk, "Satu")
    source = scene.conversation(officer.desk, "Dua")
    agree_deadline(officer, target, by=FRIDAY)
    merge_threads(officer, source, target=target)

    assert due(target) == FRIDAY


def test_deadline_is_refused_where_nothing_is_open(officer: Actor) -> None:
    thread = scene.conversation(officer.desk, answered=True)
    scene.message(thread, thanks=True)

    with pytest.raises(Refused):
        agree_deadline(officer, thread, by=FRIDAY)


def test_only_officers_set_deadlines_and_only_heads_hours(officer: Actor, drafter: Actor) -> None:
    thread = scene.conversation(officer.desk)

    with pytest.raises(PermissionDenied):
        agree_deadline(drafter, thread, by=FRIDAY)
    with pytest.raises(PermissionDenied):
        set_hours(officer, Hours(answer_days=3, expected_days=5, opens=time(8), closes=time(16)))


@pytest.mark.parametrize(
    "hours",
    [
        Hours(answer_days=2, expected_days=5, opens=time(16), closes=time(8)),
        Hours(answer_days=2, expected_days=5, opens=time(8), closes=time(16), friday_closes=time(7)),
        Hours(answer_days=2, expected_days=5, opens=time(8), closes=time(16), free_weekdays=list(range(7))),
    ],
)
def test_desk_that_never_works_is_refused(head: Actor, hours: Hours) -> None:
    with pytest.raises(Refused):
        set_hours(head, hours)
