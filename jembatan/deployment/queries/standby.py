"""Who waits to step in on which day, who else could, and what hinders somebody."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext_noop as _

from jembatan.deployment.models import ACTIVE, Assignment, Roster, Standby
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.programmes.models import Absence, Officer, OfficerLanguage, Programme
from jembatan.programmes.queries.officer_list import speakers_of
from jembatan.programmes.queries.programme_days import days_of

SHOWN = 15


@dataclass(frozen=True, slots=True)
class Waiting:
    """A day with those who were named for it, and how many of those on standby for the whole programme can work then."""

    day: date
    named: list[Officer]
    always: int


@dataclass(frozen=True, slots=True)
class Hindrance:
    """A sentence of the sources with `day` and further values, and what would mend it."""

    sentence: str
    day: date
    values: dict[str, str]


def hindrance(programme: Programme, officer: Officer, days: list[date]) -> Hindrance | None:
    """Why the officer, who may not be stored yet, cannot wait on one of these days: they cannot work then, or have a duty."""
    values = {"name": str(officer)}
    outside = [day for day in days if not programme.first_day <= day <= programme.last_day]
    if cannot := outside or _days_off(programme, officer, days):
        return Hindrance(
            _("%(name)s cannot work on %(day)s. Choose other days, or another officer."), cannot[0], values
        )
    if officer.pk is None:
        return None
    busy = Assignment.objects.filter(
        roster=roster_at_work(programme),
        officer=officer,
        state__in=ACTIVE,
        duty__day__in=days,
        duty__cancelled=False,
    )
    first = busy.select_related("duty").order_by("duty__starts_at").first()
    if first is None:
        return None
    told = _("%(name)s has “%(duty)s” on %(day)s. Give that to somebody else first, or choose other days.")
    return Hindrance(told, first.duty.day, values | {"duty": str(first.duty)})


def waiting_on(programme: Programme, day: date) -> QuerySet[Officer]:
    """Named for the day, or on standby for the whole programme and able to work then; nobody who is absent on it."""
    always = Q(status=Officer.Status.STANDBY) & _can_work(day)
    named = Q(pk__in=Standby.objects.filter(day=day, officer__programme=programme).values("officer"))
    found = Officer.objects.filter(always | named, programme=programme).exclude(status=Officer.Status.ENDED)
    return found.exclude(pk__in=absences_on(programme, day).values("officer")).order_by("full_name")


def always_waiting(programme: Programme) -> list[Officer]:
    """On standby for the whole programme."""
    standing = Officer.objects.filter(programme=programme, status=Officer.Status.STANDBY)
    return list(standing.order_by("full_name"))


def waiting_by_day(programme: Programme, always: list[Officer]) -> list[Waiting]:
    """Every day of the programme; `always` as above."""
    rows = Standby.objects.filter(officer__programme=programme).select_related("officer")
    named: dict[date, list[Officer]] = {}
    for row in rows.exclude(officer__status=Officer.Status.ENDED).order_by("officer__full_name"):
        named.setdefault(row.day, []).append(row.officer)
    return [
        Waiting(day, named.get(day, []), sum(1 for each in always if not each.days or day in each.days))
        for day in days_of(programme)
    ]


def could_wait(
    programme: Programme, roster: Roster | None, day: date, *, language: str = ""
) -> tuple[list[Officer], int]:
    """The first of those who can work on the day, are not absent, and have no duty then; who works least comes first. And how many there are."""
    busy = Assignment.objects.filter(roster=roster, state__in=ACTIVE, duty__day=day, duty__cancelled=False)
    away = absences_on(programme, day)
    found = Officer.objects.filter(_can_work(day), programme=programme, status=Officer.Status.ACTIVE)
    found = found.exclude(pk__in=busy.values("officer")).exclude(pk__in=away.values("officer"))
    found = found.exclude(pk__in=Standby.objects.filter(day=day).values("officer"))
    if language:
        found = found.filter(pk__in=speakers_of(language).values("officer"))
    at_work = Q(assignments__roster=roster, assignments__state__in=ACTIVE)
    ranked = found.annotate(worked=Count("assignments__duty__day", distinct=True, filter=at_work))
    languages = Prefetch("languages", OfficerLanguage.objects.order_by("language"))
    shown = ranked.order_by("worked", "-level", "full_name").prefetch_related(languages)[:SHOWN]
    return list(shown), found.count()


def absences_on(programme: Programme, day: date) -> QuerySet[Absence]:
    """Those that touch the day, by the programme's clocks."""
    return Absence.objects.filter(officer__programme=programme, during__overlap=_whole(programme, day))


def _days_off(programme: Programme, officer: Officer, days: list[date]) -> list[date]:
    """Those of the days on which they cannot work, or are absent. Whoever names no days can on every one."""
    away = Absence.objects.filter(officer=officer).values_list("during", flat=True) if officer.pk else ()
    absences = list(away)
    return [
        day
        for day in days
        if (officer.days and day not in officer.days)
        or any(_touches(programme, day, one) for one in absences)
    ]


def _touches(programme: Programme, day: date, during: DateTimeTZRange) -> bool:
    begins, ends = _whole(programme, day)
    return (during.lower is None or during.lower < ends) and (during.upper is None or during.upper > begins)


def _whole(programme: Programme, day: date) -> tuple[datetime, datetime]:
    """From midnight to midnight, by the programme's clocks."""
    midnight = datetime.combine(day, time(), ZoneInfo(programme.zone))
    return midnight, midnight + timedelta(days=1)


def _can_work(day: date) -> Q:
    """Whoever names no days can on every one."""
    return Q(days=[]) | Q(days__contains=[day])
