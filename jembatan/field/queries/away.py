"""When an officer cannot come, and whether the coordinators count on them all the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from jembatan.deployment.models import Proposal
from jembatan.programmes.models import Absence, Duty, Officer

State = Proposal.State


@dataclass(frozen=True, slots=True)
class Away:
    """What is noted of them, what of it the coordinators have left as it is, and what nobody has decided."""

    noted: Sequence[DateTimeTZRange]
    left: Sequence[DateTimeTZRange]
    undecided: Sequence[DateTimeTZRange]

    def is_absent(self, duty: Duty) -> bool:
        """They cannot come to it."""
        return _in(self.noted, duty)

    def is_expected(self, duty: Duty) -> bool:
        """They said so, and nobody steps in; until they say it again, or come."""
        return self.is_absent(duty) and _in(self.left, duty) and not _in(self.undecided, duty)


def said_away(officer: Officer, now: datetime) -> Away:
    """What is not over. Two queries."""
    noted = Absence.objects.filter(officer=officer, during__endswith__gt=now)
    said = Proposal.objects.filter(
        officer=officer, cause=Proposal.Cause.SAID_SO, during__endswith__gt=now
    ).values_list("state", "during")
    proposals = list(said.filter(state__in=(State.OPEN, State.DISMISSED)))
    return Away(
        noted=list(noted.values_list("during", flat=True)),
        left=[during for state, during in proposals if state == State.DISMISSED],
        undecided=[during for state, during in proposals if state == State.OPEN],
    )


def _in(times: Sequence[DateTimeTZRange], duty: Duty) -> bool:
    return any(each.lower < duty.ends_at and each.upper > duty.starts_at for each in times)
