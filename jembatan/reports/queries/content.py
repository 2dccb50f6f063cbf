"""All that a report says, before it becomes a document or a page."""

from collections.abc import Collection
from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.told import KEPT
from jembatan.correspondence.actions.confirmation.told import ANSWERED as CONFIRMED
from jembatan.correspondence.actions.consultation.told import ANSWERED as CONTRIBUTED
from jembatan.correspondence.actions.read_back.answer import ANSWERED as SAID_BACK
from jembatan.correspondence.actions.statements.settle import SETTLED
from jembatan.meetings.actions.circulation.told import AGREED as MINUTES_AGREED
from jembatan.meetings.actions.outcomes.told import AGREED as ACTION_AGREED
from jembatan.meetings.actions.outcomes.told import CLOSED, DECIDED
from jembatan.negotiation.actions.changing import AGREED as POINT_AGREED
from jembatan.reports.queries.figures import Figure, figures_of
from jembatan.reports.queries.lines import ReportLine, report_lines
from jembatan.reports.queries.scope import Scope
from jembatan.reports.queries.standing.owed import Standing, standing_of

OUTCOMES = (
    *(DECIDED, POINT_AGREED, MINUTES_AGREED, ACTION_AGREED, CLOSED, KEPT),
    *(CONTRIBUTED, CONFIRMED, SAID_BACK, SETTLED),
)
"""Kinds of entries that something has come of: decided, agreed, done, kept, answered."""


@dataclass(frozen=True, slots=True)
class Content:
    """`lines` is what was done, `came` those of them that something has come of."""

    scope: Scope
    lines: list[ReportLine]
    figures: list[Figure]
    standing: Standing

    @property
    def came(self) -> list[ReportLine]:
        """Decided, agreed, done, kept, answered."""
        return [line for line in self.lines if line.kind.name in OUTCOMES]

    @property
    def entry_count(self) -> int:
        """How many entries of the journal its lines are made of."""
        return sum(len(line.entries) for line in self.lines)


def content_of(actor: Actor, scope: Scope, *, without: Collection[int] = ()) -> Content:
    """As the actor sees it, in the language and the zone in force; lines whose key is in `without` stay out, and are not counted."""
    lines = [line for line in report_lines(actor, scope) if line.key not in without]
    standing = standing_of(actor, scope)
    return Content(scope, lines, figures_of(actor, scope, lines, standing), standing)
