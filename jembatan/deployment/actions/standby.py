"""Naming who waits to step in on which days. They count as not working until somebody calls them."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import STANDBY, enter, tell_pages
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.models import Standby
from jembatan.deployment.queries.standby import hindrance
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.platform.access import require_officer
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.visible import visible_programmes


@transaction.atomic
def name_standby(actor: Actor, programme: Programme, officer: Officer, days: Collection[date]) -> list[date]:
    """The days on which the officer did not wait before. Raises `Refused` where they cannot work then, or have a duty."""
    require_officer(actor)
    current = visible_programmes(actor).select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    one = Officer.objects.get(pk=officer.pk, programme=current)
    known = set(Standby.objects.filter(officer=one, day__in=days).values_list("day", flat=True))
    wanted = sorted(set(days) - known)
    _check(current, one, wanted)
    Standby.objects.bulk_create(Standby(desk=current.desk, officer=one, day=day) for day in wanted)
    if wanted:
        told = ngettext_lazy(
            "%(name)s is on standby on %(count)s day", "%(name)s is on standby on %(count)s days", len(wanted)
        )
        _enter(actor, current, told, one, wanted)
    return wanted


@transaction.atomic
def end_standby(actor: Actor, programme: Programme, officer: Officer, days: Collection[date]) -> list[date]:
    """The days on which the officer waited until now."""
    require_officer(actor)
    current = visible_programmes(actor).select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    rows = Standby.objects.filter(officer=officer, officer__programme=current, day__in=days)
    ended = sorted(rows.values_list("day", flat=True))
    rows.delete()
    if ended:
        told = ngettext_lazy(
            "%(name)s is on standby no more on %(count)s day",
            "%(name)s is on standby no more on %(count)s days",
            len(ended),
        )
        _enter(actor, current, told, officer, ended)
    return ended


def _check(programme: Programme, officer: Officer, days: list[date]) -> None:
    if officer.status == Officer.Status.ENDED:
        raise Refused(_("%(name)s works for the programme no more.") % {"name": officer})
    if found := hindrance(programme, officer, days):
        raise Refused(_(found.sentence) % {**found.values, "day": day_text(found.day)})


def _enter(actor: Actor, programme: Programme, told: Promise, officer: Officer, days: list[date]) -> None:
    values = {"name": officer, "count": len(days)}
    enter(actor, programme, STANDBY, told, detail=lambda: ", ".join(map(day_text, days)), values=values)
    if roster := roster_at_work(programme):
        tell_pages(actor, roster)
