"""What an officer works at: their seats of the published roster, and those of their team."""

from collections.abc import Collection
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.field.access import GRACE
from jembatan.field.models import Attendance
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.visible import visible_programmes

AHEAD, BEHIND = timedelta(hours=12), timedelta(hours=6)
"""How far from now a duty may lie that somebody checks in to, or out of."""


def published() -> QuerySet[Assignment]:
    """Seats that somebody holds, of duties that take place, in rosters that officers work by."""
    return Assignment.objects.filter(
        roster__state=Roster.State.PUBLISHED, state__in=ACTIVE, duty__cancelled=False
    )


def seats_of(officer: Officer) -> QuerySet[Assignment]:
    """In their order."""
    return seats_of_all([officer])


def seats_of_all(officers: Collection[Officer]) -> QuerySet[Assignment]:
    """Of several officers, in their order."""
    found = published().filter(officer__in=[officer.pk for officer in officers])
    return found.select_related("duty__place", "duty__delegation", "officer").order_by(
        "duty__starts_at", "pk"
    )


def team_of(officer: Officer) -> QuerySet[Officer]:
    """Whom they lead."""
    return Officer.objects.filter(leader=officer).exclude(status=Officer.Status.ENDED).order_by("full_name")


def works_until(officer: Officer) -> datetime:
    """Some time after the last duty of theirs or of their team; who waits for one stays until the programme is over."""
    last: datetime | None = (
        published()
        .filter(Q(officer=officer) | Q(officer__leader=officer))
        .aggregate(last=Max("duty__ends_at"))["last"]
    )
    if last is None or officer.status == Officer.Status.STANDBY:
        programme = officer.programme
        over = datetime.combine(programme.last_day + timedelta(days=1), time(), ZoneInfo(programme.zone))
        last = max(over, last or over)
    return last + GRACE


def visible_seats(actor: Actor) -> QuerySet[Assignment]:
    """Seats of published rosters in the programmes that the actor sees."""
    found = published().filter(roster__programme__in=visible_programmes(actor).values("pk"))
    return found.select_related("duty__place", "officer", "roster__programme__dossier")


def seats_around(officer: Officer, now: datetime) -> QuerySet[Assignment]:
    """Those of today and tonight, with `came` and `went`."""
    rows = Attendance.objects.filter(officer=officer, duty=OuterRef("duty"))
    near = seats_of(officer).filter(duty__starts_at__lt=now + AHEAD, duty__ends_at__gt=now - BEHIND)
    return near.annotate(came=Subquery(rows.values("in_at")), went=Subquery(rows.values("out_at")))
