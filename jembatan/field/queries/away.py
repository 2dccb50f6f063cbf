"""When an officer cannot come, and whether the coordinators count on them all the same."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from jembatan.deployment.models import Proposal
from jembatan.programmes.models import Absence, Duty, Officer

State = Proposal.State


@dataclass(frozen=True, slots=True)
class Away:
    """What is noted of them, what of it the coordinators have left as it is, and what nobody has decided."""

    noted: list[DateTimeTZRange]
    left: list[DateTimeTZRange]
    undecided: list[DateTimeTZRange]

    def is_absent(self, duty: Duty) -> bool:
        """They cannot come to it."""
        return _in(self.noted, duty)

    def is_expected(self, duty: Duty) -> bool:
        """They said so, and nobody steps in; until they say it again, or come."""
        return self.is_absent(duty) and _in(self.left, duty) and not _in(self.undecided, duty)


def said_away(officer: Officer, now: datetime) -> Away:
    """What is not over. Two queries."""
    return all_said_away([officer], now)[officer.pk]


def all_said_away(officers: Collection[Officer], now: datetime) -> dict[int, Away]:
    """As `said_away`, by officer; in as many queries."""
    found = {officer.pk: Away([], [], []) for officer in officers}
    noted = Absence.objects.filter(officer__in=found, during__endswith__gt=now)
    for officer, during in noted.values_list("officer", "during"):
        found[officer].noted.append(during)
    said = Proposal.objects.filter(
        officer__in=found, cause=Proposal.Cause.SAID_SO, during__endswith__gt=now
    ).values_list("officer", "state", "during")
    for one, state, during in said.filter(state__in=(State.OPEN, State.DISMISSED)):
        if one is not None:
            (found[one].left if state == State.DISMISSED else found[one].undecided).append(during)
    return found


def _in(times: Sequence[DateTimeTZRange], duty: Duty) -> bool:
    return any(each.lower < duty.ends_at and each.upper > duty.starts_at for each in times)
