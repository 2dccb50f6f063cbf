"""Days with more meetings than a page can show: all are counted, the first are shown, and a day's agenda has them all."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.web.calendar import agenda, month, week

type ClientOf = Callable[[Actor], Client]

DAY = date(2026, 3, 4)
MEETINGS = agenda.MOST + 5


@pytest.fixture
def crowded(officer: Actor) -> Actor:
    """85 meetings on one day, half an hour apart or together, and one the day after."""
    for number in range(MEETINGS):
        starts = datetime(2026, 3, 4, 1 + number % 9, tzinfo=UTC)
        _plan(officer, f"Crowd {number}", starts)
    _plan(officer, "The day after", datetime(2026, 3, 5, 3, tzinfo=UTC))
    return officer


def _plan(actor: Actor, title: str, starts: datetime) -> None:
    plan_meeting(actor, title, times=Times(starts, starts + timedelta(minutes=30)), zone="Asia/Jakarta")


@pytest.mark.parametrize(
    ("view", "shown"), [("month", month.SHOWN), ("week", week.MOST), ("agenda", MEETINGS)]
)
def test_calendar_counts_what_it_does_not_show(
    crowded: Actor, client_of: ClientOf, view: str, shown: int
) -> None:
    page = _page(client_of(crowded), view)

    assert page.count('">Crowd ') == shown
    assert (f"{MEETINGS - shown} more" in page) == (view != "agenda")


def test_agenda_ends_before_a_day_that_would_overfill_it(crowded: Actor, client_of: ClientOf) -> None:
    client = client_of(crowded)

    full, next_day = _page(client, "agenda"), _page(client, "agenda", day=date(2026, 3, 5))

    assert "The day after" not in full
    assert "day=2026-03-05" in full
    assert "The day after" in next_day


def _page(client: Client, view: str, day: date = DAY) -> str:
    answer = client.get(f"{reverse('meetings:calendar')}?view={view}&day={day}")
    return answer.content.decode()
