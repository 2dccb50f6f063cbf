"""What the independent check, which shares no code with what makes and judges rosters, finds in one as it stands."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.models import Roster
from jembatan.deployment.queries.asked import digest_of
from jembatan.deployment.queries.instance import standing_of
from jembatan.deployment.queries.names import names_of
from jembatan.deployment.queries.words import RULES
from jembatan.rostering.checking.checked import Violation, check_roster
from jembatan.rostering.formats.written import assignments_document, instance_document
from jembatan.rostering.rules.refusals import Rule

SHOWN = 20
OWN_NAMES = {"too_many": Rule.FULL}
"""Rules that the check calls otherwise."""


def verdict_of(roster: Roster) -> dict[str, Any]:
    """How many rules are `broken`; of the first of them rule, officer and duty by name; when it was checked, and the digest of what it was checked against."""
    digest = digest_of(roster)  # First: what changes while the rows are read counts as changed since.
    standing = standing_of(roster)
    found = check_roster(
        instance_document(standing.instance), assignments_document(standing.assignments)
    ).violations
    return {
        "broken": len(found),
        "violations": _named(roster, found[:SHOWN]),
        "instance": digest,
        "checked_at": timezone.now().isoformat(),
    }


def _named(roster: Roster, found: list[Violation]) -> list[str]:
    duties = [each.duty for each in found if each.duty is not None]
    officers = [each.officer for each in found if each.officer is not None]
    names = names_of(roster.programme, duties=duties, officers=officers)
    return [
        ": ".join(
            filter(
                None,
                [
                    _rule(each.rule),
                    names.officer(each.officer) if each.officer is not None else "",
                    names.duty(each.duty) if each.duty is not None else "",
                ],
            )
        )
        for each in found
    ]


def _rule(code: str) -> str:
    if code in OWN_NAMES:
        return str(RULES[OWN_NAMES[code]])
    return str(RULES[Rule(code)]) if code in Rule else _("another rule")
