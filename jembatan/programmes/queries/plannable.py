"""Whether anybody can be planned for a duty at all, by its times alone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from jembatan.programmes.models import Programme

MINUTE = timedelta(minutes=1)
MORNING = timedelta(hours=6)
"""Whoever works until midnight may work on so long."""


def why_nobody(programme: Programme, day: date, starts_at: datetime, ends_at: datetime) -> str:
    """In a sentence, with the way out; "" where nothing is in the way."""
    if not programme.first_day <= day <= programme.last_day:
        return _("Nobody can be planned for it: it begins outside the days of the programme. Change those.")
    if ends_at - starts_at > min(programme.max_work, programme.max_spread) * MINUTE:
        return _("Nobody can be planned for it: it is longer than anybody may work on a day. Make two of it.")
    night = datetime.combine(day + timedelta(days=1), time()) + MORNING
    if ends_at.astimezone(ZoneInfo(programme.zone)).replace(tzinfo=None) > night:
        return _("Nobody can be planned for it: it goes on past 06.00 of the next morning. Make two of it.")
    return ""
