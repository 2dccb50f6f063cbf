"""What meetings show on the pages of others: today and tomorrow, what waits there, next and last with a party, those of a dossier."""

from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet, Value
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.meetings.models import Meeting, MinutesSection
from jembatan.meetings.queries.circulation.standing import minutes_that_wait
from jembatan.meetings.queries.minutes.visible import visible_minutes
from jembatan.meetings.queries.occurrences import (
    last_meetings,
    next_meetings,
    occurrences,
    of_dossier,
)
from jembatan.meetings.queries.outcomes.listing import my_actions_due
from jembatan.meetings.queries.outcomes.standing import Sitting
from jembatan.meetings.queries.polls.standing import counted, open_polls
from jembatan.meetings.web.calendar.agenda import Line, lines_of
from jembatan.meetings.web.calendar.entries import Entry, entry_of
from jembatan.meetings.web.outcomes import ShownOutcomes, shown_outcomes
from jembatan.platform.ui.once import once

SHOWN = 3
ACTIONS = 5
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


def waiting(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Polls that wait for a decision, what the actor has agreed to do, minutes of theirs that partners have corrected. One query where nothing waits."""
    open_ones = open_polls(actor).prefetch_related(None)
    due = my_actions_due(actor).select_related(None).defer(None)
    before_partners = minutes_that_wait(actor).select_related(None)
    keys = _keys(open_ones, "poll", SHOWN).union(
        _keys(due, "action", ACTIONS), _keys(before_partners, "minutes", SHOWN), all=True
    )
    found: dict[str, list[int]] = defaultdict(list)
    for kind, pk in keys:
        found[kind].append(pk)
    context = {
        "polls": counted(open_ones.filter(pk__in=found["poll"])) if found["poll"] else [],
        "actions": my_actions_due(actor).filter(pk__in=found["action"]) if found["action"] else [],
        "minutes": minutes_that_wait(actor).filter(pk__in=found["minutes"]) if found["minutes"] else [],
        "day": timezone.localdate(),
    }
    return render_to_string("meetings/panels.html#waiting", context, request) if found else ""


def _keys(rows: Any, kind: str, limit: int) -> QuerySet[Any, tuple[str, int]]:
    keys: QuerySet[Any, tuple[str, int]] = rows.annotate(kind=Value(kind)).values_list("kind", "pk")
    return keys[:limit]


def minutes_of(request: HttpRequest, actor: Actor, subject: Meeting) -> str:
    """How the minutes of a meeting stand before partners."""
    rows = visible_minutes(actor).filter(meeting=subject).select_related(None).order_by("-starts_at")[:SHOWN]
    return render_to_string("meetings/panels.html#minutes", {"minutes": rows}, request) if rows else ""


def outcomes_of_section(request: HttpRequest, actor: Actor, subject: MinutesSection) -> str:
    """Decisions and actions below a section of the minutes; those of all sections are asked for once."""
    minutes = subject.minutes

    def ask() -> ShownOutcomes:
        sitting = Sitting(minutes.meeting, minutes.recurrence_id, minutes.starts_at)
        return shown_outcomes(actor, sitting, carried=False)

    shown = once(request, ("outcomes", minutes.pk), ask)
    context = {
        "outcomes": shown.of_point(subject.item),
        "item": subject.item,
        "locked": not minutes.is_open,
        "back": request.path,
    }
    return render_to_string("meetings/outcomes/section.html", context, request)


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
