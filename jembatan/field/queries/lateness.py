"""Who has not come to a duty that has begun."""

from datetime import datetime, timedelta

from django.db.models import (
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Greatest

from jembatan.deployment.models import Assignment
from jembatan.field.models import AlarmTimes, Attendance, Lateness, Phone
from jembatan.field.queries.duties import published
from jembatan.programmes.models import Programme


def alarm_times(programme: Programme) -> AlarmTimes:
    """Those that the programme has set, else the usual ones (not kept)."""
    found = AlarmTimes.objects.filter(programme=programme).first()
    return found or AlarmTimes(desk_id=programme.desk_id, programme=programme)


def not_come(now: datetime) -> QuerySet[Assignment]:
    """Seats of duties that began, or were given to their officer, so long ago that they are late, and are not over, in programmes in which officers sign in on phones.

    `missing_from` is when a late one becomes a no-show.
    """
    come = Attendance.objects.filter(officer=OuterRef("officer"), duty=OuterRef("duty"))
    phones = Phone.objects.filter(officer__programme=OuterRef("roster__programme"))
    begun = published().filter(duty__starts_at__lte=now, duty__ends_at__gt=now)
    timed = begun.annotate(
        late_from=_after("late_after", AlarmTimes.LATE),
        missing_from=_after("missing_after", AlarmTimes.MISSING),
    )
    return timed.filter(~Exists(come), Exists(phones), late_from__lte=now)


def late_now(now: datetime) -> QuerySet[Lateness]:
    """Of duties that are under way, whose officer still holds the seat and has not checked in."""
    come = Attendance.objects.filter(officer=OuterRef("officer"), duty=OuterRef("duty"))
    held = published().filter(officer=OuterRef("officer"), duty=OuterRef("duty"))
    found = Lateness.objects.filter(~Exists(come), Exists(held), duty__ends_at__gt=now)
    return found.select_related("officer__leader", "duty__place").order_by("duty__starts_at", "pk")


def open_latenesses(programme: Programme, now: datetime) -> QuerySet[Lateness]:
    """Those of a programme, with the `seat` at which they are checked in."""
    seats = published().filter(officer=OuterRef("officer"), duty=OuterRef("duty"))
    found = late_now(now).filter(duty__programme=programme)
    return found.annotate(seat=Subquery(seats.values("pk")[:1]))


def _after(minutes: str, usual: int) -> Combinable:
    """So many minutes after the duty's beginning, or after they were put on it while it was under way."""
    number = Coalesce(F(f"roster__programme__alarm_times__{minutes}"), Value(usual))
    pause = ExpressionWrapper(number * Value(timedelta(minutes=1)), DurationField())
    return ExpressionWrapper(Greatest(F("duty__starts_at"), F("made_at")) + pause, DateTimeField())
