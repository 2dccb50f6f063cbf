"""Putting off: for oneself alone, until a moment or until somebody writes."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor, operator
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.snooze import snooze, wake
from jembatan.correspondence.models import Snooze, Thread
from jembatan.correspondence.queries.inbox import Filters, threads_in
from jembatan.correspondence.queries.snoozed import came_back
from jembatan.correspondence.tests import scene
from jembatan.correspondence.web import day

type ClientOf = Callable[[Actor], Client]


def seen(actor: Actor, **filters: Any) -> list[str]:
    return [thread.subject for thread in threads_in(actor, Filters(**filters))]


def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


def ring(thread: Thread) -> None:
    Snooze.objects.filter(thread=thread).update(until=timezone.now() - timedelta(minutes=1))


def test_conversation_leaves_my_list_and_nobody_elses(officer: Actor, second_officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    snooze(officer, thread, until=tomorrow())

    assert seen(officer) == []
    assert seen(officer, snoozed=True) == ["Nota kesepahaman"]
    assert seen(second_officer) == ["Nota kesepahaman"]
    assert seen(second_officer, snoozed=True) == []
    assert seen(operator(officer.desk)) == ["Nota kesepahaman"]


def test_it_comes_back_on_time(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    snooze(officer, thread, until=tomorrow())
    ring(thread)

    assert seen(officer) == ["Nota kesepahaman"]
    assert list(came_back(officer)) == [thread]


def test_it_comes_back_when_somebody_writes(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    snooze(officer, thread, until=tomorrow())
    scene.message(thread)

    assert seen(officer) == ["Nota kesepahaman"]
    assert list(came_back(officer)) == [thread]


def test_putting_off_anew_replaces_the_moment(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    snooze(officer, thread, until=tomorrow())
    scene.message(thread)
    later = tomorrow() + timedelta(days=1)
    snooze(officer, thread, until=later)

    assert seen(officer) == []
    assert Snooze.objects.get().until == later


def test_waking_brings_it_back_at_once(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    snooze(officer, thread, until=tomorrow())
    wake(officer, thread)

    assert seen(officer) == ["Nota kesepahaman"]
    assert list(came_back(officer)) == []


def test_what_came_back_yesterday_is_no_news(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)
    snooze(officer, thread, until=tomorrow())
    Snooze.objects.update(until=timezone.now() - timedelta(hours=25))

    assert list(came_back(officer)) == []


def test_moment_that_is_over_or_years_away_is_refused(officer: Actor) -> None:
    thread = scene.conversation(officer.desk)

    with pytest.raises(Refused):
        snooze(officer, thread, until=timezone.now())
    with pytest.raises(Refused):
        snooze(officer, thread, until=datetime(9999, 12, 31, 23, tzinfo=UTC))
    with pytest.raises(Refused):
        snooze(operator(officer.desk), thread, until=tomorrow())


def test_readers_put_off_for_themselves(reader: Actor, client_of: ClientOf) -> None:
    thread = scene.conversation(reader.desk)
    client = client_of(reader)

    assert 'data-key="h"' in client.get("/inbox/").text
    client.post(f"/threads/{thread.pk}/snooze/", {"until": tomorrow().isoformat()})
    assert "Nota kesepahaman" not in client.get("/inbox/").text
    assert "Nota kesepahaman" in client.get("/inbox/?snoozed=1").text


@pytest.mark.parametrize(("time", "hour"), [(" morning", 8), ("", 8), (" 15:00", 15)])
def test_moment_is_said_in_words(officer: Actor, client_of: ClientOf, time: str, hour: int) -> None:
    thread = scene.conversation(officer.desk)
    day = timezone.now() + timedelta(days=40)
    client_of(officer).post(f"/threads/{thread.pk}/snooze/", {"until": f"{day:%-d %B %Y}{time}"})

    assert Snooze.objects.get().until == datetime(day.year, day.month, day.day, hour - 7, tzinfo=UTC)


def test_words_that_are_no_moment_are_told(officer: Actor, client_of: ClientOf) -> None:
    thread = scene.conversation(officer.desk)
    client = client_of(officer)
    client.post(f"/threads/{thread.pk}/snooze/", {"until": "kapan-kapan"})

    assert "“kapan-kapan” is no moment" in client.get("/inbox/").text
    assert not Snooze.objects.exists()


def test_page_offers_moments_to_come_and_the_way_back(officer: Actor, client_of: ClientOf) -> None:
    thread = scene.conversation(officer.desk)
    client = client_of(officer)

    page = client.get(f"/threads/{thread.pk}/snooze/").text
    assert "Tomorrow morning" in page
    assert "Bring it back now" not in page

    snooze(officer, thread, until=tomorrow())
    assert "Bring it back now" in client.get(f"/threads/{thread.pk}/snooze/").text
    client.post(f"/threads/{thread.pk}/waking/")
    assert not Snooze.objects.exists()


def test_today_shows_what_is_back(officer: Actor, rf: RequestFactory) -> None:
    thread = scene.conversation(officer.desk)
    snooze(officer, thread, until=tomorrow())

    def shown() -> str:
        return day.back_from_snooze(rf.get("/"), officer, None)

    assert shown() == ""
    ring(thread)
    assert "Nota kesepahaman" in shown()


@pytest.mark.parametrize("threads", [1, 3])
def test_snoozed_view_needs_the_same_queries_for_any_number(
    officer: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries, threads: int
) -> None:
    for number in range(threads):
        snooze(officer, scene.conversation(officer.desk, f"Surat {number}"), until=tomorrow())
    client = client_of(officer)

    with django_assert_max_num_queries(17):
        assert client.get("/inbox/?snoozed=1").text.count("mail-row") == threads
