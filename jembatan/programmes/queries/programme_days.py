"""The days of a programme."""

from datetime import date, timedelta

from jembatan.programmes.models import Programme


def days_of(programme: Programme) -> list[date]:
    """From the first to the last."""
    number = (programme.last_day - programme.first_day).days + 1
    return [programme.first_day + timedelta(days=offset) for offset in range(number)]
