"""What meetings show on the pages of others: today and tomorrow, next and last with a party, those of a dossier."""

from datetime import datetime, time, timedelta

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.meetings.queries.occurrences import (
    last_meetings,
    next_meetings,
    occurrences,
    of_dossier,
)
from jembatan.meetings.web.calendar.agenda import lines_of
from jembatan.meetings.web.calendar.entries import Entry, entry_of

SHOWN = 3
OF_DOSSIER = 8


def today(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Today's and tomorrow's meetings."""
    now = timezone.localtime()
    midnight = datetime.combine(now.date(), time.min, timezone.get_current_timezone())
    found = [entry_of(each) for each in occurrences(actor, midnight, midnight + timedelta(days=2))]
    exact = [entry for entry in found if not entry.occurrence.vague]
    tomorrow = now.date() + timedelta(days=1)
    context = {
        "today": lines_of([entry for entry in exact if entry.first <= now.date() <= entry.last]),
        "tomorrow": lines_of([entry for entry in exact if entry.first <= tomorrow <= entry.last]),
    }
    return render_to_string("meetings/panels.html#today", context, request)


def next_with(request: HttpRequest, actor: Actor, subject: Organisation | Person) -> str:
    """The next meeting with the party, on top of its page."""
    entries = [entry_of(each) for each in next_meetings(actor, subject, 1)]
    context = {"lines": lines_of(entries)}
    return render_to_string("meetings/panels.html#next", context, request) if entries else ""


def meetings_with(request: HttpRequest, actor: Actor, subject: Organisation | Person) -> str:
    """The next and the last meetings with the party."""
    return _panel(
        request,
        coming=[entry_of(each) for each in next_meetings(actor, subject, SHOWN)],
        past=[entry_of(each) for each in last_meetings(actor, subject, SHOWN)],
        plan=f"{'person' if isinstance(subject, Person) else 'organisation'}={subject.pk}",
    )


def meetings_of(request: HttpRequest, actor: Actor, subject: Dossier) -> str:
    """The meetings about the dossier, coming ones first."""
    entries = [entry_of(each) for each in of_dossier(actor, subject, OF_DOSSIER)]
    now = timezone.now()
    coming = [entry for entry in entries if entry.ends > now]
    return _panel(request, coming=coming, past=[entry for entry in entries if entry.ends <= now], plan="")


def _panel(request: HttpRequest, *, coming: list[Entry], past: list[Entry], plan: str) -> str:
    lines = lines_of([*coming, *past])
    context = {"coming": lines[: len(coming)], "past": lines[len(coming) :], "plan": plan}
    return render_to_string("meetings/panels.html#party", context, request) if lines or plan else ""
