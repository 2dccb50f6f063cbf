"""Naming who waits to step in on which days. They count as not working until somebody calls them."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import STANDBY, tell, tell_pages
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.models import ACTIVE, Assignment, Standby
from jembatan.deployment.queries.standby import absences_on
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.platform.access import require_officer
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.visible import visible_programmes


@transaction.atomic
def name_standby(actor: Actor, programme: Programme, officer: Officer, days: Collection[date]) -> list[date]:
    """The days on which the officer did not wait before. Raises `Refused` where they cannot work then, or have a duty."""
    require_officer(actor)
    current = visible_programmes(actor).select_for_update(of=("self",)).get(pk=programme.pk)
    one = Officer.objects.get(pk=officer.pk, programme=current)
    known = set(Standby.objects.filter(officer=one, day__in=days).values_list("day", flat=True))
    wanted = sorted(set(days) - known)
    _check(current, one, wanted)
    Standby.objects.bulk_create(Standby(desk=current.desk, officer=one, day=day) for day in wanted)
    if wanted:
        told = ngettext(
            "%(name)s is on standby on %(count)s day", "%(name)s is on standby on %(count)s days", len(wanted)
        )
        _tell(actor, current, told % {"name": one, "count": len(wanted)}, wanted)
    return wanted


@transaction.atomic
def end_standby(actor: Actor, programme: Programme, officer: Officer, days: Collection[date]) -> list[date]:
    """The days on which the officer waited until now."""
    require_officer(actor)
    current = visible_programmes(actor).select_for_update(of=("self",)).get(pk=programme.pk)
    rows = Standby.objects.filter(officer=officer, officer__programme=current, day__in=days)
    ended = sorted(rows.values_list("day", flat=True))
    rows.delete()
    if ended:
        told = ngettext(
            "%(name)s is on standby no more on %(count)s day",
            "%(name)s is on standby no more on %(count)s days",
            len(ended),
        )
        _tell(actor, current, told % {"name": officer, "count": len(ended)}, ended)
    return ended


def _check(programme: Programme, officer: Officer, days: list[date]) -> None:
    if officer.status == Officer.Status.ENDED:
        raise Refused(_("%(name)s works for the programme no more.") % {"name": officer})
    outside = [day for day in days if not programme.first_day <= day <= programme.last_day]
    cannot = outside or [day for day in days if not _can_work(programme, officer, day)]
    if cannot:
        raise Refused(
            _("%(name)s cannot work on %(day)s. Choose other days, or another officer.")
            % {"name": officer, "day": day_text(cannot[0])}
        )
    busy = Assignment.objects.filter(
        roster=roster_at_work(programme),
        officer=officer,
        state__in=ACTIVE,
        duty__day__in=days,
        duty__cancelled=False,
    )
    if first := busy.select_related("duty").order_by("duty__starts_at").first():
        raise Refused(
            _("%(name)s has “%(duty)s” on %(day)s. Give that to somebody else first, or choose other days.")
            % {"name": officer, "duty": first.duty, "day": day_text(first.duty.day)}
        )


def _can_work(programme: Programme, officer: Officer, day: date) -> bool:
    """Whoever names no days can on every one."""
    if officer.days and day not in officer.days:
        return False
    return not absences_on(programme, day).filter(officer=officer).exists()


def _tell(actor: Actor, programme: Programme, summary: str, days: list[date]) -> None:
    tell(actor, programme, STANDBY, summary, detail=", ".join(map(day_text, days)))
    if roster := roster_at_work(programme):
        tell_pages(actor, roster)
