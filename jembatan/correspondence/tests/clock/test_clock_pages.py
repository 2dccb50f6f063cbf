"""Deadlines in the inbox, on a conversation and in the settings."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import AnsweringTime, DayOff, DeskClock, Thread
from jembatan.correspondence.queries.inbox import Filters, late_count, threads_in
from jembatan.correspondence.queries.rows import page_of
from jembatan.correspondence.tests import scene
from jembatan.correspondence.web.due import due_chip

type ClientOf = Callable[[Actor], Client]

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


def due(thread: Thread, at: datetime | None) -> Thread:
    Thread.objects.filter(pk=thread.pk).update(due_at=at)
    thread.refresh_from_db()
    return thread


@pytest.mark.parametrize(
    ("hours", "ours", "theirs"),
    [
        (-72, "overdue 3 days", "expected 3 days ago"),
        (-2, "overdue since 10:00 WIB", "was expected at 10:00 WIB"),
        (4, "due today 16:00 WIB", "expected today 16:00 WIB"),
        (24, "due tomorrow 12:00 WIB", "expected tomorrow 12:00 WIB"),
        (24 * 10, "due 5 Dec", "expected 5 Dec"),
    ],
)
def test_chip_says_by_when(officer: Actor, hours: int, ours: str, theirs: str) -> None:
    at = NOON + timedelta(hours=hours)
    chips = []
    with timezone.override("Asia/Jakarta"):
        for answered in (False, True):
            thread = due(scene.conversation(officer.desk, answered=answered), at)
            chip = due_chip(thread, now=NOON)
            chips.append(chip.text.replace("\xa0", " ") if chip else "")

    assert chips == [ours, theirs]


def test_nothing_is_due_in_a_closed_conversation(officer: Actor) -> None:
    thread = due(scene.conversation(officer.desk), NOON)
    thread.done_at = NOON

    assert due_chip(thread, now=NOON) is None


def test_inbox_is_narrowed_and_ordered_by_what_is_due(officer: Actor) -> None:
    now = timezone.now()
    for number, days in enumerate((3, -1, 1, -5)):
        due(scene.conversation(officer.desk, f"Surat {number}"), now + timedelta(days=days))
    due(scene.conversation(officer.desk, "Tanpa batas"), None)

    late = threads_in(officer, Filters(due_before=now, by_due=True))
    assert [thread.subject for thread in late] == ["Surat 3", "Surat 1"]
    assert [t.subject for t in threads_in(officer, Filters(by_due=True))] == [
        *("Surat 3", "Surat 1", "Surat 2", "Surat 0", "Tanpa batas")
    ]
    assert late_count(officer, now=now) == 2


def test_pages_by_due_moment_hold_every_conversation_once(officer: Actor) -> None:
    now = timezone.now()
    for number in range(65):
        at = now + timedelta(hours=number // 3) if number < 60 else None
        due(scene.conversation(officer.desk, f"Surat {number}"), at)
    seen: list[int] = []
    mark = ""
    while True:
        page = page_of(officer, threads_in(officer, Filters(by_due=True)), mark=mark, by_due=True)
        seen += [row.thread.pk for row in page.rows]
        if not (mark := page.next_after):
            break

    assert seen == list(threads_in(officer, Filters(by_due=True)).values_list("pk", flat=True))
    assert len(seen) == 65


@pytest.mark.parametrize("threads", [1, 3])
def test_overdue_view_needs_the_same_queries_for_any_number(
    officer: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries, threads: int
) -> None:
    for number in range(threads):
        due(scene.conversation(officer.desk, f"Surat {number}"), timezone.now() - timedelta(days=1))
    client = client_of(officer)

    with django_assert_max_num_queries(17):
        page = client.get("/inbox/?due=late&order=due&turn=ours").text
    assert page.count("overdue") >= threads


def test_officer_sets_a_deadline_and_takes_it_back(officer: Actor, client_of: ClientOf) -> None:
    thread = scene.conversation(officer.desk)
    client = client_of(officer)
    address = f"/threads/{thread.pk}/deadline/"

    assert client.post(address, {"by": "2026-12-04T16:00+07:00"}).status_code == 302
    thread.refresh_from_db()
    assert thread.deadline == datetime(2026, 12, 4, 9, 0, tzinfo=UTC)
    assert "set by this desk" in client.get(f"/threads/{thread.pk}/").text

    client.post(address, {"by": ""})
    thread.refresh_from_db()
    assert thread.deadline is None


def test_words_that_are_no_moment_are_told(officer: Actor, client_of: ClientOf) -> None:
    thread = scene.conversation(officer.desk)
    client = client_of(officer)
    client.post(f"/threads/{thread.pk}/deadline/", {"by": "secepatnya"})

    assert "“secepatnya” is no moment" in client.get(f"/threads/{thread.pk}/").text


def test_day_alone_ends_when_the_desk_closes(officer: Actor, client_of: ClientOf) -> None:
    thread = scene.conversation(officer.desk)
    client_of(officer).post(f"/threads/{thread.pk}/deadline/", {"by": "4 December 2028"})
    thread.refresh_from_db()

    assert thread.deadline == datetime.fromisoformat("2028-12-04T17:00+07:00")


def test_head_settles_the_time_of_the_desk(head: Actor, client_of: ClientOf) -> None:
    ministry = scene.organisation(head.desk)
    client = client_of(head)
    hours = {"answer_days": "3", "expected_days": "7", "opens": "07:30", "closes": "16:00"}

    assert client.post("/settings/hours/", hours | {"free_weekdays": ["4", "5"]}).status_code == 302
    clock = DeskClock.objects.get(desk=head.desk)
    assert (clock.answer_days, clock.free_weekdays, clock.keeps_holidays) == (3, [4, 5], False)

    client.post("/settings/hours/", hours | {"free_weekdays": ["5", "6"]})
    assert DeskClock.objects.get(desk=head.desk).free_weekdays is None

    client.post("/settings/hours/days-off/", {"day": "2026-12-31", "name": "Tutup buku"})
    client.post("/settings/hours/partners/", {"organisation": ministry.name, "answer_days": "1"})
    page = client.get("/settings/hours/").text
    assert "Tutup buku" in page
    assert "we answer within 1 working day" in page

    client.post(f"/settings/hours/days-off/{DayOff.objects.get().pk}/removal/")
    client.post(f"/settings/hours/partners/{AnsweringTime.objects.get().pk}/removal/")
    assert (DayOff.objects.count(), AnsweringTime.objects.count()) == (0, 0)


def test_hours_that_end_before_they_begin_are_told(head: Actor, client_of: ClientOf) -> None:
    hours = {"answer_days": "3", "expected_days": "7", "opens": "17:00", "closes": "16:00"}
    answer = client_of(head).post("/settings/hours/", hours)

    assert answer.status_code == 422
    assert not DeskClock.objects.exists()


def test_others_read_the_hours(reader: Actor, client_of: ClientOf) -> None:
    page = client_of(reader).get("/settings/hours/").text

    assert "The head of the desk changes this." in page
    assert 'name="opens"' not in page
