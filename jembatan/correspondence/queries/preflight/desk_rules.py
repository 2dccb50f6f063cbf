"""The rules of the check as a desk has tuned them."""

from dataclasses import dataclass

from django.utils.functional import Promise

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.models import RuleTuning
from jembatan.correspondence.preflight.check import AS_IT_IS, Tuning
from jembatan.correspondence.preflight.finding import Severity
from jembatan.correspondence.preflight.register import all_rules


@dataclass(frozen=True, slots=True)
class DeskRule:
    """A rule, whether this desk checks it, and how much it matters here."""

    id: str
    name: str | Promise
    is_on: bool
    severity: Severity


def tuning_of(desk: Desk) -> dict[str, Tuning]:
    """By the id of the rule; rules without a row are as they are."""
    rows = RuleTuning.objects.filter(desk=desk).values_list("rule", "is_on", "severity")
    return {rule: Tuning(is_on, Severity(severity) if severity else None) for rule, is_on, severity in rows}


def rules_of(actor: Actor) -> list[DeskRule]:
    """Every rule as it stands at the actor's desk."""
    tuning = tuning_of(actor.desk)
    return [
        DeskRule(rule.id, rule.name, tuned.is_on, tuned.severity or rule.severity)
        for rule in all_rules()
        for tuned in [tuning.get(rule.id, AS_IT_IS)]
    ]
