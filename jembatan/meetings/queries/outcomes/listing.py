"""All open actions of the desk, narrowed, and those that the actor is to do."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.meetings.models import Action, Attendance
from jembatan.meetings.queries.outcomes.standing import about_party, open_actions
from jembatan.platform.paging import Page
from jembatan.platform.record_numbers import record_number

PAGE = 30
SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """`side` is "ours", "theirs", "mine" or "" for all."""

    side: str = ""
    overdue: bool = False
    organisation: Organisation | None = None


def list_open_actions(actor: Actor, narrowed: Narrowed, *, after: str = "") -> Page[Action]:
    """Thirty, what is due first first, behind the mark `after`."""
    found = open_actions(actor)
    if narrowed.side == "mine":
        found = found.filter(member=actor.user)
    elif narrowed.side:
        found = found.filter(ours=narrowed.side == "ours")
    if narrowed.overdue:
        found = found.filter(due__lt=timezone.localdate())
    if narrowed.organisation is not None:
        found = found.filter(about_party(narrowed.organisation))
    rows = list(found.filter(_behind(after))[: PAGE + 1])
    return Page(rows[:PAGE], _mark(rows[PAGE - 1]) if len(rows) > PAGE else "")


def my_actions_due(actor: Actor) -> QuerySet[Action]:
    """What the actor is to do within a week, or should have done; what is due first first."""
    return open_actions(actor).filter(member=actor.user, due__lte=timezone.localdate() + SOON)


def organisations_concerned(actor: Actor) -> QuerySet[Organisation]:
    """Those that an open action lies with, or took part where one arose; by name."""
    found = open_actions(actor).order_by()
    met = Attendance.objects.filter(ours=False, meeting__in=found.values("meeting"))
    concerned = Q(pk__in=found.values("organisation")) | Q(pk__in=met.values("organisation"))
    return visible_organisations(actor).filter(concerned).order_by("name_folded", "pk")


def _mark(action: Action) -> str:
    return f"{action.due or ''}|{action.pk}"


def _behind(mark: str) -> Q:
    """All of them where the mark makes no sense."""
    written, _bar, digits = mark.partition("|")
    number = record_number(digits)
    if number is None:
        return Q()
    if not written:
        return Q(due__isnull=True, pk__gt=number)
    try:
        due = date.fromisoformat(written)
    except ValueError:
        return Q()
    return Q(due__isnull=True) | Q(due__gt=due) | Q(due=due, pk__gt=number)
