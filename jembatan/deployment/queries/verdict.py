"""What the check finds in a roster as it stands."""

from typing import Any

from django.utils import timezone

from jembatan.deployment.models import Roster
from jembatan.deployment.queries.judged import Judged, told_of
from jembatan.rostering.rules.judging import judge_all

SHOWN = 20


def verdict_of(roster: Roster) -> dict[str, Any]:
    """How many rules are `broken`, the first of them in words, and when it was checked."""
    found = judge_all(Judged(roster).engine)
    told = told_of(roster, found[:SHOWN])
    return {
        "broken": len(found),
        "violations": [each.sentence for each in told],
        "checked_at": timezone.now().isoformat(),
    }
