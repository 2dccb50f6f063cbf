"""No more new signals in a week than the desk wants: the most serious come up, the others wait."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from jembatan.accounts.models import Desk
from jembatan.radar.models import RadarSetting, Signal
from jembatan.radar.models.setting import WEEKLY


def weekly_of(desk: Desk) -> int:
    """The desk's number."""
    return RadarSetting.objects.filter(desk=desk).values_list("weekly", flat=True).first() or WEEKLY


def week_of(desk: Desk, moment: datetime) -> tuple[date, date]:
    """Today at the desk, and the Monday of its week."""
    today = moment.astimezone(ZoneInfo(desk.time_zone)).date()
    return today, today - timedelta(days=today.weekday())


def bring_up(desk: Desk, *, now: datetime) -> int:
    """As many of those that wait as the week has room for; returns how many. What has come up stays up until somebody settles it or it is over."""
    today, monday = week_of(desk, now)
    signals = Signal.objects.filter(desk=desk)
    came = signals.filter(shown_on__gte=monday).count()
    room = weekly_of(desk) - came
    if room <= 0:
        return 0
    awake = Q(snoozed_until__isnull=True) | Q(snoozed_until__lte=now)
    waiting = signals.filter(awake, shown_on__isnull=True, closed_at__isnull=True, dismissed_at__isnull=True)
    chosen = list(waiting.order_by("-severity", "pk").values_list("pk", flat=True)[:room])
    return signals.filter(pk__in=chosen).update(shown_on=today)
