"""What was owed when a period ended, or is owed now where it has not ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment
from jembatan.correspondence.models import Thread
from jembatan.reports.queries.period import DAY
from jembatan.reports.queries.scope import Scope
from jembatan.reports.queries.standing.actions import actions_open
from jembatan.reports.queries.standing.item import Item, due_first
from jembatan.reports.queries.standing.meetings import meetings_ahead
from jembatan.reports.queries.standing.promises import promises_open
from jembatan.reports.queries.standing.turns import turns_open

Side = Commitment.Side


@dataclass(frozen=True, slots=True)
class Standing:
    """`ours` is what we owe, `theirs` what is owed to us, `late` what of both was late then, `ahead` meetings to come."""

    ours: list[Item]
    theirs: list[Item]
    late: list[Item]
    ahead: list[Item]


def moment_of(actor: Actor, scope: Scope) -> datetime:
    """The end of the period; while it lasts, now (or as of when the report was made)."""
    return min(scope.period.moments(actor.desk)[1], scope.as_of or timezone.now())


def standing_of(actor: Actor, scope: Scope) -> Standing:
    """Conversations, promises and actions, what is due first first."""
    at, subject = moment_of(actor, scope), scope.ground
    ours = due_first(
        [
            *turns_open(actor, subject, at, turn=Thread.Turn.OURS),
            *promises_open(actor, subject, at, side=Side.OURS),
            *actions_open(actor, subject, at, ours=True),
        ]
    )
    theirs = due_first(
        [
            *turns_open(actor, subject, at, turn=Thread.Turn.THEIRS),
            *promises_open(actor, subject, at, side=Side.THEIRS),
            *actions_open(actor, subject, at, ours=False),
        ]
    )
    last = timezone.localdate(at - timedelta(microseconds=1))
    late = due_first(item for item in (*ours, *theirs) if item.is_late(last))
    return Standing(ours, theirs, late, meetings_ahead(actor, subject, at, scope.period.days * DAY))
