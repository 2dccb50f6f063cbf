"""Where a kept report stands: which edition is given out, whether one waits, whether it needs clearance at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models import ClearanceRule
from jembatan.platform.markings import Marking, highest
from jembatan.reports.models import Report, ReportEdition

NARROW = Marking.AMBER_STRICT


class State(StrEnum):
    """What may be done with a report."""

    DRAFT = "draft"
    ASKED = "asked"
    RETURNED = "returned"
    GIVEN_OUT = "given_out"
    CHANGED = "changed"


STATES: dict[State, Promise] = {
    State.DRAFT: _("being written"),
    State.ASKED: _("waits for clearance"),
    State.RETURNED: _("returned"),
    State.GIVEN_OUT: _("given out"),
    State.CHANGED: _("changed since its last edition"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """`given` is the latest edition that is given out, `last` the latest that was not withdrawn."""

    report: Report
    last: ReportEdition | None
    given: ReportEdition | None

    @property
    def state(self) -> State:
        """A question about words that have changed since is none any more."""
        last = self.last
        if last is not None and last.state == ReportEdition.State.ASKED and self._stands(last):
            return State.ASKED
        if last is not None and last.state == ReportEdition.State.RETURNED:
            return State.RETURNED
        if self.given is None:
            return State.DRAFT
        return State.GIVEN_OUT if self._stands(self.given) else State.CHANGED

    @property
    def told(self) -> Promise:
        """The state in words."""
        return STATES[self.state]

    @property
    def asked(self) -> ReportEdition | None:
        """The edition that waits for a decision about the report as it stands."""
        return self.last if self.state is State.ASKED else None

    def _stands(self, edition: ReportEdition) -> bool:
        return edition.fingerprint == self.report.fingerprint


def standing_of(report: Report) -> Standing:
    """One query."""
    return standings([report])[0]


def standings(reports: Iterable[Report]) -> list[Standing]:
    """These as they stand now, in their order; one query. The kept documents stay where they are."""
    rows = list(reports)
    last: dict[int, ReportEdition] = {}
    given: dict[int, ReportEdition] = {}
    editions = ReportEdition.objects.filter(report__in=rows).exclude(state=ReportEdition.State.WITHDRAWN)
    for each in (
        editions.select_related("made_by", "decided_by").defer("document", "words").order_by("number")
    ):
        last[each.report_id] = each
        if each.state in {ReportEdition.State.KEPT, ReportEdition.State.CLEARED}:
            given[each.report_id] = each
    return [Standing(report, last.get(report.pk), given.get(report.pk)) for report in rows]


def needs_clearance(desk: Desk, marking: str) -> bool:
    """What the head has settled for mail at or above a marking holds for reports, too; from TLP:AMBER+STRICT on always."""
    rules = ClearanceRule.objects.filter(desk=desk, condition=ClearanceRule.Condition.MARKING)
    least = [NARROW, *(Marking(each) for each in rules.values_list("marking", flat=True))]
    return any(highest([marking, each]) == marking for each in least)
