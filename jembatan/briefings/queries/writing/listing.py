"""Lists of briefs: all of them, and those that want something of somebody."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.briefings.models import Brief, BriefClearance
from jembatan.briefings.queries.writing.standing import Standing, standings
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.papers.queries.standing import State
from jembatan.platform.seldom import seldom

AT_ONCE = 100


def listed(actor: Actor, *, over: bool, start: int = 0) -> tuple[list[Standing], bool]:
    """Some of those that are not over, the nearest end first, or of those that are, the latest first; and whether more follow."""
    now = timezone.now()
    found = visible_briefs(actor)
    if over:
        found = found.filter(expires_at__lte=now).order_by("-expires_at", "-pk")
    else:
        found = found.filter(expires_at__gt=now).order_by("expires_at", "pk")
    some = list(found[start : start + AT_ONCE + 1])
    return standings(some[:AT_ONCE]), len(some) > AT_ONCE


def to_clear(actor: Actor) -> list[Standing]:
    """What waits for the head; nothing for others."""
    if not actor.may_clear:
        return []
    asked = BriefClearance.objects.filter(
        desk=actor.desk, state=BriefClearance.State.ASKED, fingerprint=F("brief__fingerprint")
    )
    found = visible_briefs(actor).filter(pk__in=asked.values("brief")).order_by("expires_at", "pk")
    return standings(seldom(found))


def came_back(actor: Actor) -> list[Standing]:
    """What the actor has asked about and was given back."""
    if actor.user is None:
        return []
    returned = BriefClearance.objects.filter(
        desk=actor.desk, state=BriefClearance.State.RETURNED, asked_by=actor.user
    )
    found = visible_briefs(actor).filter(pk__in=returned.values("brief"), expires_at__gt=timezone.now())
    return [
        each for each in standings(seldom(found.order_by("expires_at", "pk"))) if each.state == State.RETURNED
    ]


def to_read(actor: Actor) -> list[Standing]:
    """Those that the actor is on the list of and has not read as they were cleared last."""
    if actor.user is None:
        return []
    mine = visible_briefs(actor).filter(readers__user=actor.user).annotate(read=F("readers__read"))
    found: list[Brief] = seldom(mine.filter(expires_at__gt=timezone.now() - timedelta(days=1)).order_by("pk"))
    read = {brief.pk: brief.__dict__["read"] for brief in found}
    return [
        each
        for each in standings(found)
        if each.cleared and each.holds and read[each.brief.pk] != each.cleared.pk
    ]
