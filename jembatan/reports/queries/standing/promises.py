"""Promises that were open at a moment, with the day that they were due on then."""

from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.commitments.models import Commitment
from jembatan.commitments.models.moved_date import MovedDate
from jembatan.commitments.queries.visible import visible_commitments
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking
from jembatan.platform.ui.addresses import record_address
from jembatan.reports.models import Portfolio
from jembatan.reports.queries.standing.item import Item
from jembatan.reports.queries.subject import Ground


def promises_open(actor: Actor, subject: Ground, at: datetime, *, side: Commitment.Side) -> list[Item]:
    """Made before `at`, and neither kept nor withdrawn by then."""
    moved = MovedDate.objects.filter(commitment=OuterRef("pk"), moved_at__gte=at).order_by("pk")
    found = open_at(actor, at).filter(_about(subject), side=side)
    found = found.annotate(
        moved_later=Subquery(moved.values("pk")[:1]), was=Subquery(moved.values("was")[:1])
    )
    return [_item(each, each.was if each.moved_later else each.due) for each in found]


def open_at(actor: Actor, at: datetime) -> QuerySet[Commitment, Any]:
    """Of the desk, both ways."""
    still = Q(state=Commitment.State.OPEN) | Q(closed_at__gte=at)
    return visible_commitments(actor).filter(still, made_at__lt=at)


def _about(subject: Ground) -> Q:
    match subject:
        case Organisation():
            return Q(organisation__in=[subject.pk, *subject.absorbed])
        case Dossier():
            return Q(dossier=subject)
        case User():
            return Q(member=subject)
        case Portfolio():
            return Q(dossier__in=subject.dossiers.values("pk"))
    return Q()


def _item(promise: Commitment, due: date | None) -> Item:
    partner = str(promise.organisation or promise.person or _("somebody"))
    owes = promise.member.full_name if promise.member else _("the desk")
    return Item(
        kind=_("Promise"),
        text=promise.what,
        address=record_address("commitments:promise", promise.pk),
        who=owes if promise.is_ours else str(promise.partner or _("somebody")),
        partner=partner,
        due=due,
        since=promise.made_at,
        marking=Marking(promise.marking),
    )
