"""`h`: not now. A conversation leaves one's own lists until a moment, or until somebody writes."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.snooze import snooze, wake
from jembatan.correspondence.queries.snoozed import snooze_of
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.web.spoken import read_spoken
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import moment_text
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast

MORNING, AFTERNOON, EVENING = time(8), time(14), time(18)
MORNING_SAID = re.compile(r"\s+(?:pagi|morning)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Choice:
    """A moment that one often means."""

    label: str
    at: datetime


@desk_page
def snoozing(request: HttpRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """GET: moments to choose from; POST: `until` says when, in words or as a computer writes it."""
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    address = came_from(request, default=reverse("correspondence:inbox"))
    if request.method != "POST":
        context = {
            "thread": thread,
            "choices": _choices(timezone.localtime()),
            "put_off": snooze_of(actor, thread),
            "next": address,
        }
        return render(request, "correspondence/snooze.html", context)
    try:
        put_off = snooze(actor, thread, until=_moment(request.POST.get("until", "")))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect(address)
    toast(
        request,
        _("Snoozed until %(moment)s, for you alone. It comes back earlier if somebody writes.")
        % {"moment": moment_text(put_off.until)},
        undo=reverse("correspondence:waking", args=[thread.pk]),
        undo_fields={"next": address},
    )
    return redirect(address)


@require_POST
@desk_page
def waking(request: HttpRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """Back at once."""
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    wake(actor, thread)
    toast(request, _("The conversation is back in your inbox."))
    return redirect(came_from(request, default=reverse("correspondence:thread", args=[thread.pk])))


def _choices(now: datetime) -> list[Choice]:
    """None that is over, and each moment by its first name."""
    today = now.replace(minute=0, second=0, microsecond=0)
    monday = today + timedelta(days=7 - now.weekday())
    choices = [
        Choice(_("This afternoon"), _at(today, AFTERNOON)),
        Choice(_("This evening"), _at(today, EVENING)),
        Choice(_("Tomorrow morning"), _at(today + timedelta(days=1), MORNING)),
        Choice(_("Monday morning"), _at(monday, MORNING)),
        Choice(_("In two weeks"), _at(today + timedelta(days=14), MORNING)),
    ]
    moments: dict[datetime, Choice] = {}
    for choice in choices:
        moments.setdefault(choice.at, choice)
    return [choice for choice in moments.values() if choice.at > now]


def _at(day: datetime, clock: time) -> datetime:
    return datetime.combine(day.date(), clock, day.tzinfo)


def _moment(text: str) -> datetime:
    """ "besok pagi", "jumat 15.00"; a day alone begins at eight. Raises `Refused` for what is no moment."""
    spoken = read_spoken(text) or read_spoken(MORNING_SAID.sub("", text.strip()))
    if spoken is None:
        raise Refused(
            _("“%(text)s” is no moment. Write a day, such as “tomorrow morning” or “friday 15:00”.")
            % {"text": text}
        )
    return _at(spoken.at, MORNING) if spoken.all_day else spoken.at
