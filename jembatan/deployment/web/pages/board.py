"""The coordinator's board: a day or a week, by delegation or by officer."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Roster
from jembatan.deployment.queries.board import day_board, week_board
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.fatigue import officer_days
from jembatan.deployment.queries.proposals import open_proposals
from jembatan.deployment.queries.standby import waiting_on
from jembatan.deployment.queries.visible import draft_of
from jembatan.deployment.web.pages.found import programme_found, roster_shown
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.officer_list import spoken_in

WAITING = 20
KEPT = ("draft", "by", "zoom", "open", "q", "language")


@desk_page
def board(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """`?day=` (today without one), `?zoom=week`, `?by=officers`, `?open=yes` (open seats alone), `?draft=yes`."""
    programme = programme_found(actor, programme_id)
    roster = roster_shown(request, programme)
    day = _day(request.GET.get("day", ""), programme)
    context: dict[str, Any] = {
        "programme": programme,
        "roster": roster,
        "day": day,
        "zoom": "week" if request.GET.get("zoom") == "week" else "day",
        "by": "officers" if request.GET.get("by") == "officers" else "delegations",
        "only_open": bool(request.GET.get("open")),
        "q": request.GET.get("q", "")[:100],
        "spoken": request.GET.get("language", "")[:12],
        "other_draft": draft_of(programme) if roster and roster.is_published else None,
        "links": _links(request, programme, day),
        "to_replace": open_proposals(actor, programme).count() if roster and actor.may_send else 0,
    }
    if roster:
        context |= _shown(roster, day, context)
    return render(request, "deployment/board.html", context)


def _shown(roster: Roster, day: date, asked: dict[str, Any]) -> dict[str, Any]:
    if asked["zoom"] == "week":
        return {"week": week_board(roster, day)}
    if asked["by"] == "officers":
        officers = officer_days(roster, day, name=asked["q"], language=asked["spoken"])
        return {"officers": officers, "languages": spoken_in(roster.programme)}
    return {
        "board": day_board(roster, day, only_open=asked["only_open"]),
        "waiting": list(waiting_on(roster.programme, day)[:WAITING]),
    }


def _day(text: str, programme: Programme) -> date:
    """The day that is named, inside the programme; else today, or the day nearest to it."""
    try:
        named = date.fromisoformat(text)
    except ValueError:
        named = clockwork(programme).today(timezone.now())
    return min(max(named, programme.first_day), programme.last_day)


def _links(request: DeskRequest, programme: Programme, day: date) -> dict[str, str]:
    """Addresses of this page with one thing changed; "" where the programme has ended or not begun."""
    kept = {name: value for name in KEPT if (value := request.GET.get(name, ""))} | {"day": day.isoformat()}
    step = timedelta(days=7 if request.GET.get("zoom") == "week" else 1)

    def link(**changed: str) -> str:
        return f"?{urlencode({name: value for name, value in (kept | changed).items() if value})}"

    return {
        "before": link(day=(max(day - step, programme.first_day)).isoformat())
        if day > programme.first_day
        else "",
        "after": link(day=(min(day + step, programme.last_day)).isoformat())
        if day < programme.last_day
        else "",
        "today": link(day=clockwork(programme).today(timezone.now()).isoformat()),
        "to_day": link(zoom="", by=""),
        "to_week": link(zoom="week", by=""),
        "to_officers": link(zoom="", by="officers"),
        "only_open": link(open="" if request.GET.get("open") else "yes"),
        "to_draft": link(draft="yes"),
        "to_published": link(draft=""),
        "a_day": link(zoom="", day=""),
    }
