"""What officers have done by now: their days, duties and hours, by the roster at work; and what was accepted beside it."""

from collections import defaultdict
from datetime import datetime

from django.db.models import Count
from django.utils import timezone

from jembatan.deployment.formats.hours import HoursRow
from jembatan.deployment.models import ACTIVE, Assignment
from jembatan.deployment.queries.claimed import Claimed, claimed_in
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.programmes.models import Officer, Programme


def service_of(programme: Programme, *, now: datetime | None = None) -> list[HoursRow]:
    """Of every officer who has done something, did not come, or has a claim that was accepted, by number. A duty counts once it is over, for as long as it was planned."""
    roster = roster_at_work(programme)
    if roster is None or not roster.is_published:
        return []
    past = Assignment.objects.filter(
        roster=roster, duty__cancelled=False, duty__ends_at__lte=now or timezone.now()
    )
    minutes: defaultdict[int, int] = defaultdict(int)
    days: defaultdict[int, set[object]] = defaultdict(set)
    duties: defaultdict[int, int] = defaultdict(int)
    met: defaultdict[int, set[int]] = defaultdict(set)
    fields = ("officer", "duty__day", "duty__starts_at", "duty__ends_at", "duty__delegation")
    for officer, day, starts, ends, delegation in past.filter(state__in=ACTIVE).values_list(*fields):
        minutes[officer] += int((ends - starts).total_seconds() // 60)
        days[officer].add(day)
        duties[officer] += 1
        if delegation:
            met[officer].add(delegation)
    missed = dict(
        past.filter(state=Assignment.State.NO_SHOW).values_list("officer").annotate(count=Count("pk"))
    )
    claimed = claimed_in(programme)
    people = Officer.objects.filter(programme=programme, pk__in={*minutes, *missed, *claimed}).order_by(
        "number"
    )
    return [
        HoursRow(
            each.number,
            each.full_name,
            str(each.get_employment_display()),
            len(days[each.pk]),
            duties[each.pk],
            minutes[each.pk],
            len(met[each.pk]),
            missed.get(each.pk, 0),
            beside.minutes,
            beside.money,
        )
        for each in people
        for beside in [claimed.get(each.pk, Claimed())]
    ]
