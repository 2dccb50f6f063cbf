"""What the desk has settled about its time, for its settings."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import AnsweringTime, DayOff
from jembatan.platform.dates.days_off import holidays_of

AHEAD = timedelta(days=365)


def answering_times_of(actor: Actor) -> QuerySet[AnsweringTime]:
    """In the order of the partners' names."""
    return (
        AnsweringTime.objects.filter(desk=actor.desk)
        .select_related("organisation")
        .order_by("organisation__name_folded")
    )


def days_off_of(actor: Actor) -> QuerySet[DayOff]:
    """Those to come, the next first."""
    return DayOff.objects.filter(desk=actor.desk, day__gte=timezone.localdate()).order_by("day")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday, by its name in the reader's language."""

    day: date
    name: str


def holidays_ahead(country: str, *, language: str, today: date) -> list[Holiday]:
    """Those of the next twelve months."""
    years = {today.year, (today + AHEAD).year}
    found = {
        day: name for year in sorted(years) for day, name in holidays_of(country, year, language).items()
    }
    return [Holiday(day, name) for day, name in found.items() if today <= day <= today + AHEAD]
