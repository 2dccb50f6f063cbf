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
from jembatan.meetings.web.calendar.agenda import Line, lines_of
from jembatan.meetings.web.calendar.entries import Entry, entry_of
from jembatan.platform.ui.once import once

SHOWN = 3
OF_DOSSIER = 8


def today(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Today's and tomorrow's meetings."""
    now = timezone.localtime()
    midnight = datetime.combine(now.date(), time.min, timezone.get_current_timezone())
    found = [entry_of(each) for each in occurrences(actor, midnight, midnight + timedelta(days=2))]
    exact = [entry for entry in found if not entry.occurrence.vague]
    tomorrow = now.date() + timedelta(days=1)
    of_today, of_tomorrow = _lined(
        [entry for entry in exact if entry.first <= now.date() <= entry.last],
        [entry for entry in exact if entry.first <= tomorrow <= entry.last],
    )
    context = {"today": of_today, "tomorrow": of_tomorrow}
    return render_to_string("meetings/panels.html#today", context, request)


def next_with(request: HttpRequest, actor: Actor, subject: Organisation | Person) -> str:
    """The next meeting with the party, on top of its page."""
    coming, _past = _with(request, actor, subject)
    return render_to_string("meetings/panels.html#next", {"lines": coming[:1]}, request) if coming else ""


def meetings_with(request: HttpRequest, actor: Actor, subject: Organisation | Person) -> str:
    """The next and the last meetings with the party."""
    coming, past = _with(request, actor, subject)
    plan = f"{'person' if isinstance(subject, Person) else 'organisation'}={subject.pk}"
    return _panel(request, coming=coming, past=past, plan=plan)


def meetings_of(request: HttpRequest, actor: Actor, subject: Dossier) -> str:
    """The meetings about the dossier, coming ones first."""
    entries = [entry_of(each) for each in of_dossier(actor, subject, OF_DOSSIER)]
    now = timezone.now()
    coming = [entry for entry in entries if entry.ends > now]
    coming_lines, past = _lined(coming, [entry for entry in entries if entry.ends <= now])
    return _panel(request, coming=coming_lines, past=past, plan="")


def rooms_tab(request: HttpRequest, actor: Actor, subject: str) -> str:
    """The head's way to the rooms; `subject` is the tab that is open."""
    context = {"here": subject == "rooms"}
    return render_to_string("meetings/panels.html#rooms", context, request) if actor.may_clear else ""


def _with(request: HttpRequest, actor: Actor, party: Organisation | Person) -> tuple[list[Line], list[Line]]:
    """The next and the last meetings with the party, for both panels of its page."""

    def ask() -> tuple[list[Line], list[Line]]:
        coming = [entry_of(each) for each in next_meetings(actor, party, SHOWN)]
        return _lined(coming, [entry_of(each) for each in last_meetings(actor, party, SHOWN)])

    return once(request, ("meetings", type(party), party.pk), ask)


def _lined(first: list[Entry], then: list[Entry]) -> tuple[list[Line], list[Line]]:
    """Both lists as lines; one query for all guests."""
    lines = lines_of([*first, *then])
    return lines[: len(first)], lines[len(first) :]


def _panel(request: HttpRequest, *, coming: list[Line], past: list[Line], plan: str) -> str:
    context = {"coming": coming, "past": past, "plan": plan}
    shown = coming or past or plan
    return render_to_string("meetings/panels.html#party", context, request) if shown else ""
