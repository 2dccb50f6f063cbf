"""Schedules of reports: which an actor sees, and which periods are due."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.reports.models import ReportRun, ReportSchedule
from jembatan.reports.models.about import SUBJECTS
from jembatan.reports.queries.period import DAY, Period, month_of, week_of

CAUGHT_UP = 14
Every = ReportSchedule.Every


def visible_schedules(actor: Actor) -> QuerySet[ReportSchedule]:
    """Of the desk, outside dossiers that are closed to the actor, those that run first."""
    found = ReportSchedule.objects.filter(within_visible_dossiers(actor), desk=actor.desk)
    found = found.select_related("desk", *SUBJECTS)
    return found.order_by("stopped_at", "pk").prefetch_related("receivers")


def with_latest_runs(schedules: Iterable[ReportSchedule]) -> list[tuple[ReportSchedule, ReportRun | None]]:
    """Each with its last run; one query."""
    rows = list(schedules)
    runs = ReportRun.objects.filter(schedule__in=rows).order_by("schedule", "-first").distinct("schedule")
    latest = {run.schedule_id: run for run in runs.select_related("report")}
    return [(schedule, latest.get(schedule.pk)) for schedule in rows]


def periods_due(schedule: ReportSchedule, now: datetime | None = None) -> list[Period]:
    """Those that have ended since it was begun and whose hour has come, oldest first; of many that were missed the latest fourteen.

    What has run already is not asked here.
    """
    zone = ZoneInfo(schedule.desk.time_zone)
    moment = timezone.localtime(now, zone)
    begun = timezone.localtime(schedule.begun_at, zone)
    return [
        period
        for period in _ended(schedule.every, moment)
        if begun < datetime.combine(period.last + DAY, time(schedule.hour), zone) <= moment
        and period.last >= begun.date()
    ][::-1]


def _ended(every: str, moment: datetime) -> Iterator[Period]:
    """The latest first."""
    day = moment.date() - timedelta(days=1)
    current = {Every.DAY: Period(day, day), Every.WEEK: week_of(day), Every.MONTH: month_of(day)}[
        Every(every)
    ]
    if current.last > day:
        current = current.before
    for _number in range(CAUGHT_UP):
        yield current
        current = current.before
