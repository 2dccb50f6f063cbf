"""The calendar: a week, a month or an agenda; the address is the state."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.meetings.queries.outline import Outline, in_full, outline
from jembatan.meetings.queries.wording import days_text, heading_text, month_text, weekday_text
from jembatan.meetings.web.calendar import agenda, month, week
from jembatan.meetings.web.calendar.crowd import Crowd, crowd_of
from jembatan.meetings.web.calendar.entries import Entry, entry_of
from jembatan.platform.ui.guard import desk_page

VIEWS = ("week", "month", "agenda")
VAGUE_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Window:
    """A view of the days from `first` until before `end`, around `day`."""

    view: str
    day: date
    first: date
    end: date

    @property
    def days(self) -> int:
        """How many."""
        return (self.end - self.first).days


@desk_page
def calendar(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`?view=week|month|agenda&day=2026-11-25`. Without a view: the week, which a phone shows as an agenda."""
    now = timezone.localtime()
    window = _window(request.GET.get("view", ""), _day(request.GET.get("day", ""), now.date()))
    found = outline(actor, _midnight(window.first), _midnight(window.end))
    crowd = crowd_of(found, window.first, window.end)
    if window.view == "agenda":
        window = replace(window, end=crowd.until_full(window.first, window.end, agenda.MOST))
    chosen = request.GET.get("view") in VIEWS
    context = {
        "window": window,
        "chosen": chosen,
        "heading": _heading(window),
        "vague": _entries(actor, crowd.vague[:VAGUE_SHOWN]),
        "vague_more": max(len(crowd.vague) - VAGUE_SHOWN, 0),
        "vague_heading": month_text(window.day),
        "links": _links(window, now.date()),
        **_DRAWN[window.view](actor, window, crowd, now, chosen=chosen),
    }
    return render(request, "meetings/calendar.html", context)


def _month(actor: Actor, window: Window, crowd: Crowd, now: datetime, *, chosen: bool) -> dict[str, Any]:
    entries = _entries(actor, crowd.first_of_each_day(month.MOST))
    return {
        "weeks": month.month_of(entries, crowd.count, window.day, today=now.date()),
        "weekdays": [weekday_text(day) for day in month.weeks_of(window.day)[0]],
    }


def _agenda(actor: Actor, window: Window, crowd: Crowd, now: datetime, *, chosen: bool) -> dict[str, Any]:
    entries = _entries(actor, crowd.on(window.first, window.end))
    return {"agenda": agenda.agenda_of(entries, window.first, window.days, today=now.date())}


def _week(actor: Actor, window: Window, crowd: Crowd, now: datetime, *, chosen: bool) -> dict[str, Any]:
    entries = _entries(actor, crowd.first_of_each_day(week.MOST))
    second = actor.user.second_time_zone if actor.user else ""
    zone = ZoneInfo(second) if second and second != str(timezone.get_current_timezone()) else None
    drawn = {"week": week.week_of(entries, crowd.count, window.first, now=now, second=zone)}
    # A week that was asked for is a week on every screen; only the calendar as it opens brings its agenda for phones.
    if chosen:
        return drawn
    days = agenda.agenda_of(entries, window.first, window.days, today=now.date())
    return drawn | {"agenda": days}


_DRAWN = {"month": _month, "agenda": _agenda, "week": _week}


def _entries(actor: Actor, chosen: Collection[Outline]) -> list[Entry]:
    return [entry_of(each) for each in in_full(actor, chosen)]


def _window(view: str, day: date) -> Window:
    if view == "month":
        weeks = month.weeks_of(day)
        return Window("month", day, weeks[0][0], weeks[-1][-1] + timedelta(days=1))
    if view == "agenda":
        return Window("agenda", day, day, day + timedelta(days=agenda.DAYS))
    monday = day - timedelta(days=day.weekday())
    return Window("week", day, monday, monday + timedelta(days=7))


def _day(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if 1900 <= day.year <= 2200 else today


def _heading(window: Window) -> str:
    if window.view == "month":
        return month_text(window.day)
    return days_text(window.first, window.end - timedelta(days=1))


def _links(window: Window, today: date) -> dict[str, str]:
    if window.view == "month":
        first = window.day.replace(day=1)
        before, after = first - timedelta(days=1), first + timedelta(days=31)
        before, after = before.replace(day=1), after.replace(day=1)
    else:
        step = timedelta(days=agenda.DAYS if window.view == "agenda" else window.days)
        before, after = window.first - step, window.end
    views = {view: _address(view, window.day) for view in VIEWS}
    return views | {
        "before": _address(window.view, before),
        "after": _address(window.view, after),
        "today": _address(window.view, today),
        "today_text": heading_text(today),
    }


def _address(view: str, day: date) -> str:
    return f"{reverse('meetings:calendar')}?{urlencode({'view': view, 'day': day.isoformat()})}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_current_timezone())
