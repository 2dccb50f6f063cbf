"""Where a kept report stands: which edition is given out, whether one waits, whether it needs clearance at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models import ClearanceRule
from jembatan.papers.queries.standing import STATES, State, latest
from jembatan.papers.queries.standing import Standing as PaperStanding
from jembatan.platform.markings import Marking, highest
from jembatan.reports.models import Report, ReportEdition
from jembatan.reports.queries.kept.visible import GIVEN_OUT

NARROW = Marking.AMBER_STRICT


@dataclass(frozen=True)
class Standing(PaperStanding[Report, ReportEdition]):
    """A report is given out by its editions."""

    words = STATES | {
        State.CLEARED: _("given out"),
        State.CHANGED: _("changed since its last edition"),
    }

    @property
    def report(self) -> Report:
        """The paper."""
        return self.paper


def standing_of(report: Report) -> Standing:
    """One query."""
    return standings([report])[0]


def standings(reports: Iterable[Report]) -> list[Standing]:
    """These as they stand now, in their order; one query."""
    rows = list(reports)
    editions = ReportEdition.objects.filter(report__in=rows).select_related("made_by", "decided_by")
    found = latest(rows, editions, of=lambda each: each.report_id, given=GIVEN_OUT)
    return [Standing(report, last, given) for report, last, given in found]


def needs_clearance(desk: Desk, marking: str) -> bool:
    """What the head has settled for mail at or above a marking holds for reports, too; from TLP:AMBER+STRICT on always."""
    rules = ClearanceRule.objects.filter(desk=desk, condition=ClearanceRule.Condition.MARKING)
    least = [NARROW, *(Marking(each) for each in rules.values_list("marking", flat=True))]
    return any(highest([marking, each]) == marking for each in least)
