"""Where a brief stands: written, asked about, cleared, changed since, over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.briefings.models import Brief, BriefClearance


class State(StrEnum):
    """What may be done with a brief."""

    DRAFT = "draft"
    ASKED = "asked"
    RETURNED = "returned"
    CLEARED = "cleared"
    CHANGED = "changed"
    EXPIRED = "expired"


STATES: dict[State, Promise] = {
    State.DRAFT: _("being written"),
    State.ASKED: _("waits for clearance"),
    State.RETURNED: _("returned"),
    State.CLEARED: _("cleared"),
    State.CHANGED: _("changed since it was cleared"),
    State.EXPIRED: _("over"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A brief at a moment. `cleared` is the wording that holds, or held; `last` the last question about it."""

    brief: Brief
    last: BriefClearance | None
    cleared: BriefClearance | None
    now: datetime

    @property
    def state(self) -> State:
        """A question about words that have changed since is none any more; expiry is computed from the moment."""
        last, cleared = self.last, self.cleared
        same = last is not None and last.fingerprint == self.brief.fingerprint
        if last is not None and same and last.state == BriefClearance.State.ASKED:
            return State.ASKED
        if last is not None and last.state == BriefClearance.State.RETURNED:
            return State.RETURNED
        if cleared is None:
            return State.DRAFT
        if cleared.fingerprint != self.brief.fingerprint:
            return State.CHANGED
        return State.CLEARED if self.holds else State.EXPIRED

    @property
    def told(self) -> Promise:
        """The state in words."""
        return STATES[self.state]

    @property
    def holds(self) -> bool:
        """There is a cleared wording, and it is not over."""
        return self.cleared is not None and self.cleared.expires_at > self.now

    @property
    def asked(self) -> BriefClearance | None:
        """The question that waits for a decision about the present words."""
        return self.last if self.state == State.ASKED else None


def standing_of(brief: Brief) -> Standing:
    """One of them; one query."""
    return standings([brief])[0]


def standings(briefs: Iterable[Brief]) -> list[Standing]:
    """These briefs as they stand now, in their order; one query, none for none. The kept documents stay where they are."""
    rows = list(briefs)
    if not rows:
        return []
    last: dict[int, BriefClearance] = {}
    cleared: dict[int, BriefClearance] = {}
    asked = BriefClearance.objects.filter(brief__in=rows).exclude(state=BriefClearance.State.WITHDRAWN)
    for each in asked.select_related("asked_by", "decided_by").defer("document", "words").order_by("pk"):
        last[each.brief_id] = each
        if each.state == BriefClearance.State.CLEARED:
            cleared[each.brief_id] = each
    now = timezone.now()
    return [Standing(brief, last.get(brief.pk), cleared.get(brief.pk), now) for brief in rows]
