"""Who has not come to a duty that has begun."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from jembatan.deployment.models import Assignment
from jembatan.field.models import Attendance, Lateness, Phone
from jembatan.field.queries.duties import published
from jembatan.programmes.models import Programme

LATE_AFTER = timedelta(minutes=10)
MISSING_AFTER = timedelta(minutes=45)


def not_come(now: datetime) -> QuerySet[Assignment]:
    """Seats of duties that began `LATE_AFTER` ago and are not over, in programmes in which officers sign in on phones."""
    come = Attendance.objects.filter(officer=OuterRef("officer"), duty=OuterRef("duty"))
    phones = Phone.objects.filter(officer__programme=OuterRef("roster__programme"))
    begun = published().filter(duty__starts_at__lte=now - LATE_AFTER, duty__ends_at__gt=now)
    return begun.filter(~Exists(come), Exists(phones))


def open_latenesses(programme: Programme, now: datetime) -> QuerySet[Lateness]:
    """Of duties that are under way, whose officer still holds the seat and has not checked in."""
    come = Attendance.objects.filter(officer=OuterRef("officer"), duty=OuterRef("duty"))
    held = published().filter(officer=OuterRef("officer"), duty=OuterRef("duty"))
    found = Lateness.objects.filter(duty__programme=programme, duty__ends_at__gt=now)
    found = found.filter(~Exists(come), Exists(held)).select_related("officer__leader", "duty__place")
    return found.order_by("duty__starts_at", "pk")
