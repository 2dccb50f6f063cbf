"""A seat with those who could take it, and every change of seats: by the hand, by dragging, by undoing."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.refusals import AgainstTheRules, Refused
from jembatan.deployment.actions.seats import Seat, change_seats, hold_fast
from jembatan.deployment.models import Assignment, Roster
from jembatan.deployment.queries.open_seats import PAGE, open_seats
from jembatan.deployment.queries.seat import seat_view
from jembatan.deployment.web.pages.found import duty_found, roster_found
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast

PREFIX = "seat-"


@desk_page
def seat(request: DeskRequest, actor: Actor, roster_id: int, duty_id: int, number: int) -> HttpResponse:
    """The page, or the part of it beside the board. `?about=` asks what the rules say about somebody."""
    roster = roster_found(actor, roster_id)
    duty = duty_found(roster, duty_id)
    about = request.GET.get("about", "").strip()[:100]
    context = {
        "programme": roster.programme,
        "roster": roster,
        "seat": seat_view(roster, duty, number, about=about),
        "about": about,
        "next": came_from(request, default=board_of(roster, duty.day.isoformat())),
    }
    return render(request, f"deployment/seat.html{'#panel' if request.htmx else ''}", context)


@desk_page
def open_ones(request: DeskRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """Every duty with an open seat and why, ten at a time (`?after=`)."""
    roster = roster_found(actor, roster_id)
    after = record_number(request.GET.get("after", "")) or 0
    rows, count = open_seats(roster, after=after)
    further = after + PAGE
    context = {
        "programme": roster.programme,
        "roster": roster,
        "rows": rows,
        "count": count,
        "more_url": more_url(request.path, str(further) if further < count else ""),
    }
    part = "#rows" if after and request.htmx else ""
    return render(request, f"deployment/open_seats.html{part}", context)


@require_POST
@desk_page
def changes(request: HttpRequest, actor: Actor, roster_id: int) -> HttpResponse:
    """Fields `seat-<duty>-<number>` hold the officer who is to sit there, or nothing; `reason` sets rules aside."""
    require_officer(actor)
    roster = roster_found(actor, roster_id)
    wanted = wanted_in(request.POST)
    reason = request.POST.get("reason", "").strip()[:500]
    back = came_from(request, default=board_of(roster))
    origin = Assignment.Origin.SWAP if len(wanted) > 1 else Assignment.Origin.HAND
    try:
        before = change_seats(actor, roster, wanted, origin=origin, reason=reason)
    except AgainstTheRules as refusal:
        context = {
            "programme": roster.programme,
            "roster": roster,
            "refusal": refusal,
            "fields": fields_of(wanted),
            "next": back,
        }
        return render(request, "deployment/refused.html", context, status=422)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect(back)
    told = ngettext("%(count)s seat changed.", "%(count)s seats changed.", len(before)) % {
        "count": len(before)
    }
    undo = fields_of(before) | ({"reason": reason} if reason else {}) | {"next": back}
    toast(request, told, undo=reverse("deployment:changes", args=[roster.pk]), undo_fields=undo)
    return redirect(back)


@require_POST
@desk_page
def holding(request: HttpRequest, actor: Actor, roster_id: int, duty_id: int, number: int) -> HttpResponse:
    """`fast` says whether the assignment is held fast or let go."""
    require_officer(actor)
    roster = roster_found(actor, roster_id)
    duty_found(roster, duty_id)
    fast = request.POST.get("fast") == "yes"
    try:
        hold_fast(actor, roster, Seat(duty_id, number), fast=fast)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("deployment:holding", args=[roster.pk, duty_id, number])
        told = _("Held fast.") if fast else _("Let go.")
        toast(request, told, undo=undo, undo_fields={"fast": "no" if fast else "yes"})
    return redirect(came_from(request, default=board_of(roster)))


def wanted_in(posted: QueryDict) -> dict[Seat, int | None]:
    """What a form wants; fields that make no sense are left out."""
    wanted: dict[Seat, int | None] = {}
    for name, value in posted.items():
        if not name.startswith(PREFIX):
            continue
        duty, _dash, number = name.removeprefix(PREFIX).partition("-")
        numbers = record_number(duty), record_number(number)
        if numbers[0] is not None and numbers[1] is not None:
            wanted[Seat(numbers[0], numbers[1])] = record_number(str(value))
    return wanted


def fields_of(wanted: dict[Seat, int | None]) -> dict[str, str]:
    """The same as fields of a form."""
    return {f"{PREFIX}{seat.duty}-{seat.number}": str(officer or "") for seat, officer in wanted.items()}


def board_of(roster: Roster, day: str = "") -> str:
    """The board that shows the roster."""
    address = reverse("deployment:board", args=[roster.programme_id])
    query = "&".join(filter(None, [f"day={day}" if day else "", "" if roster.is_published else "draft=yes"]))
    return f"{address}?{query}" if query else address
