"""The calendar: a week, a month or an agenda; the address is the state."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.meetings.queries.occurrences import occurrences
from jembatan.meetings.web.calendar import agenda, month, week
from jembatan.meetings.web.calendar.entries import Entry, entry_of
from jembatan.meetings.web.wording import days_text, heading_text, month_text, weekday_text
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
    found = [entry_of(each) for each in occurrences(actor, _midnight(window.first), _midnight(window.end))]
    vague = [entry for entry in found if entry.occurrence.vague]
    exact = [entry for entry in found if not entry.occurrence.vague]
    chosen = request.GET.get("view") in VIEWS
    context = {
        "window": window,
        "chosen": chosen,
        "heading": _heading(window),
        "vague": vague[:VAGUE_SHOWN],
        "vague_more": max(len(vague) - VAGUE_SHOWN, 0),
        "vague_heading": month_text(window.day),
        "links": _links(window, now.date()),
        **_drawn(actor, window, exact, now, chosen=chosen),
    }
    return render(request, "meetings/calendar.html", context)


def _drawn(
    actor: Actor, window: Window, entries: list[Entry], now: datetime, *, chosen: bool
) -> dict[str, Any]:
    if window.view == "month":
        weekdays = [weekday_text(day) for day in month.weeks_of(window.day)[0]]
        return {"weeks": month.month_of(entries, window.day, today=now.date()), "weekdays": weekdays}
    # A week that was asked for is a week on every screen; only the calendar as it opens brings its agenda for phones.
    wants_agenda = window.view == "agenda" or not chosen
    days = agenda.agenda_of(entries, window.first, window.days, today=now.date()) if wants_agenda else []
    if window.view == "agenda":
        return {"agenda": days}
    second = actor.user.second_time_zone if actor.user else ""
    zone = ZoneInfo(second) if second and second != str(timezone.get_current_timezone()) else None
    return {"week": week.week_of(entries, window.first, now=now, second=zone), "agenda": days}


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
        step = timedelta(days=window.days)
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
