"""How long what is known of people is kept after a programme."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jembatan.programmes.models import Programme


def kept_until(programme: Programme, days: int) -> datetime:
    """The moment from which it is deleted: so many whole days after the last one, by the programme's clocks."""
    last = programme.last_day + timedelta(days=days + 1)
    return datetime.combine(last, time(), tzinfo=ZoneInfo(programme.zone)).astimezone(UTC)
