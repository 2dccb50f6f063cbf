"""Looking through the journal: what the rules find becomes signals, and what they no longer find is over."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.models import Desk
from jembatan.radar.actions.hold import hold
from jembatan.radar.actions.keep import Found, keep_found
from jembatan.radar.actions.renumber import follow_parties
from jembatan.radar.actions.weekly import bring_up
from jembatan.radar.analysis.rules import RULES
from jembatan.radar.queries.gather import gather


@dataclass(frozen=True, slots=True)
class Watched:
    """How many partners were looked at, how many signals stand open there, how many are new and how many are over."""

    partners: int
    open: int
    new: int
    over: int


@transaction.atomic
def watch(desk: Desk, *, only: Collection[int] | None = None, now: datetime | None = None) -> Watched:
    """Every partner of the desk, or those whose numbers are given. Done twice, it changes nothing."""
    hold(desk)
    follow_parties(desk)
    now = now or timezone.now()
    looked_at, found = 0, []
    for number, partner, facts in gather(desk, now=now, only=only):
        looked_at += 1
        for rule in RULES.values():
            found += [Found(number, partner, finding) for finding in rule(facts) if finding.entries]
    new, over = keep_found(desk, found, only=only, now=now)
    bring_up(desk, now=now)
    return Watched(looked_at, len(found), new, over)
