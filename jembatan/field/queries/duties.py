"""What an officer works at: their seats of the published roster, and those of their team."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max, Q, QuerySet

from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.field.access import GRACE
from jembatan.programmes.models import Officer


def published() -> QuerySet[Assignment]:
    """Seats that somebody holds, of duties that take place, in rosters that officers work by."""
    return Assignment.objects.filter(
        roster__state=Roster.State.PUBLISHED, state__in=ACTIVE, duty__cancelled=False
    )


def seats_of(officer: Officer) -> QuerySet[Assignment]:
    """In their order."""
    found = published().filter(officer=officer)
    return found.select_related("duty__place", "duty__delegation").order_by("duty__starts_at", "pk")


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
