"""Kept reports that want something of somebody."""

from django.db.models import F, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.papers.queries.standing import State
from jembatan.platform.seldom import seldom
from jembatan.reports.models import ReportEdition
from jembatan.reports.queries.kept.standing import Standing, standings
from jembatan.reports.queries.kept.visible import visible_reports


def to_clear(actor: Actor) -> list[Standing]:
    """What waits for the head; nothing for others."""
    if not actor.may_clear:
        return []
    asked = ReportEdition.objects.filter(
        desk=actor.desk, state=ReportEdition.State.ASKED, fingerprint=F("report__fingerprint")
    )
    return _of(actor, asked)


def came_back(actor: Actor) -> list[Standing]:
    """What the actor has made and was given back."""
    if actor.user is None or not actor.may_write:
        return []
    returned = ReportEdition.objects.filter(
        desk=actor.desk, state=ReportEdition.State.RETURNED, made_by=actor.user
    )
    return [each for each in _of(actor, returned) if each.state == State.RETURNED]


def _of(actor: Actor, editions: QuerySet[ReportEdition]) -> list[Standing]:
    wanted = visible_reports(actor).filter(pk__in=editions.values("report"))
    found = seldom(wanted.order_by("-last", "-pk"))
    return standings(found) if found else []
