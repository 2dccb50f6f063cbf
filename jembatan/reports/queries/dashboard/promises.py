"""How promises are kept, both ways."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q
from django.db.models.functions import TruncDate

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.visible import visible_commitments

COUNTED = timedelta(days=90)
State = Commitment.State


@dataclass(frozen=True, slots=True)
class Kept:
    """Of one side: kept by their day (or without one), kept later, withdrawn; `late` are open, `open` are open and not late."""

    side: str
    in_time: int
    later: int
    withdrawn: int
    late: int
    open: int

    @property
    def share(self) -> int | None:
        """Percent kept in time of all whose day has come; None where there was none."""
        judged = self.in_time + self.later + self.withdrawn + self.late
        return round(100 * self.in_time / judged) if judged else None


def keeping_of(actor: Actor, now: datetime) -> list[Kept]:
    """What was closed in the last 90 days, and everything that is open; ours, then theirs. What was only asked for binds nobody. One query."""
    today = today_at(actor.desk, now)
    closed = Q(closed_at__gte=now - COUNTED)
    in_time = Q(due__isnull=True) | Q(closed_day__lte=F("due"))
    late = Q(state=State.OPEN, due__lt=today)
    counted = (
        visible_commitments(actor)
        .filter(closed | Q(state=State.OPEN))
        .exclude(grade=Commitment.Grade.ASKED)
        .alias(closed_day=TruncDate("closed_at", tzinfo=ZoneInfo(actor.desk.time_zone)))
        .order_by()
        .values_list("side")
        .annotate(
            in_time=Count("pk", filter=Q(state=State.KEPT) & in_time),
            later=Count("pk", filter=Q(state=State.KEPT) & ~in_time),
            withdrawn=Count("pk", filter=Q(state=State.WITHDRAWN)),
            late=Count("pk", filter=late),
            open=Count("pk", filter=Q(state=State.OPEN) & ~late),
        )
    )
    found = {row[0]: Kept(*row) for row in counted}
    return [found.get(side, Kept(side, 0, 0, 0, 0, 0)) for side in Commitment.Side.values]
