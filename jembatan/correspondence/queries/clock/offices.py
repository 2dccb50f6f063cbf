"""When a desk and its partners work, and within how many days each answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import timezone

from jembatan.accounts.models import Desk
from jembatan.correspondence.clock import Answering
from jembatan.correspondence.models import AnsweringTime, DayOff, DeskClock
from jembatan.directory.models import Organisation
from jembatan.platform.dates.days_off import weekend_of
from jembatan.platform.dates.working_time import Office

LOOKED_BACK = timedelta(days=366)
USUAL_HOURS = (time(8), time(17))
FRIDAY = 4


def clock_of(desk: Desk) -> DeskClock:
    """As the head has set it, else the usual one, unsaved."""
    return DeskClock.objects.filter(desk=desk).first() or DeskClock(desk=desk)


def office_of(desk: Desk, clock: DeskClock | None = None) -> Office:
    """When the desk works."""
    clock = clock or clock_of(desk)
    since = timezone.now().date() - LOOKED_BACK
    days_off = frozenset(DayOff.objects.filter(desk=desk, day__gte=since).values_list("day", flat=True))
    return Office(
        ZoneInfo(desk.time_zone), _hours(clock), desk.country if clock.keeps_holidays else "", days_off
    )


def closing_on(desk: Desk, day: date) -> datetime:
    """When the desk closes on that day; on a free one, when it closes usually."""
    clock = clock_of(desk)
    office = office_of(desk, clock)
    span = office.span_on(day)
    return span[1] if span else datetime.combine(day, clock.closes, office.zone)


@dataclass(slots=True)
class Answerings:
    """How both sides answer at one desk; partners are asked for together, beforehand."""

    desk: Desk
    clock: DeskClock
    office: Office
    partners: dict[int, Organisation] = field(default_factory=dict)
    times: dict[int, AnsweringTime] = field(default_factory=dict)

    def ours(self, partner_id: int | None) -> Answering:
        """How we answer this partner (None: whom the directory does not know)."""
        own = self.times.get(partner_id or 0)
        days = own.answer_days if own and own.answer_days is not None else self.clock.answer_days
        return Answering(self.office, days)

    def theirs(self, partner_id: int | None) -> Answering:
        """How they answer us: in their zone, on working days of their country."""
        own = self.times.get(partner_id or 0)
        days = own.expected_days if own and own.expected_days is not None else self.clock.expected_days
        return Answering(partner_office(self.partners.get(partner_id or 0), self.desk), days)


def answerings_of(desk: Desk, organisation_ids: Iterable[int] = ()) -> Answerings:
    """Four queries, whatever the number of partners."""
    wanted = list(set(organisation_ids))
    clock = clock_of(desk)
    times = AnsweringTime.objects.filter(desk=desk, organisation__in=wanted)
    return Answerings(
        desk,
        clock,
        office_of(desk, clock),
        Organisation.objects.filter(desk=desk).only("country", "time_zone").in_bulk(wanted),
        {each.organisation_id: each for each in times},
    )


def partner_office(partner: Organisation | None, desk: Desk) -> Office:
    """What is known of it; a partner without a country keeps the usual week, one without a zone the desk's clock."""
    country = partner.country.upper() if partner else ""
    return Office(_zone(partner.time_zone if partner else "", desk), _week(weekend_of(country)), country)


def _zone(name: str, desk: Desk) -> ZoneInfo:
    try:
        return ZoneInfo(name or desk.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(desk.time_zone)


def _week(free: Iterable[int]) -> tuple[tuple[time, time] | None, ...]:
    closed = frozenset(free)
    return tuple(None if weekday in closed else USUAL_HOURS for weekday in range(7))


def _hours(clock: DeskClock) -> tuple[tuple[time, time] | None, ...]:
    free = weekend_of(clock.desk.country) if clock.free_weekdays is None else frozenset(clock.free_weekdays)
    friday = clock.friday_closes or clock.closes
    return tuple(
        None if weekday in free else (clock.opens, friday if weekday == FRIDAY else clock.closes)
        for weekday in range(7)
    )
