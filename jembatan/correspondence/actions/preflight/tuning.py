"""How much a desk makes of each rule."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.preflight.said import say
from jembatan.correspondence.models import RuleTuning
from jembatan.correspondence.preflight.check import Tuning
from jembatan.correspondence.preflight.register import all_rules
from jembatan.correspondence.queries.preflight.desk_rules import DeskRule, rules_of
from jembatan.platform.access import require_head


@transaction.atomic
def tune_rules(actor: Actor, wanted: Mapping[str, Tuning]) -> int:
    """Set each named rule; returns how many changed. A rule that is wanted as it is loses its row; unknown ones are passed over."""
    require_head(actor)
    own = {rule.id: rule.severity for rule in all_rules()}
    changed = [rule for rule in rules_of(actor) if rule.id in wanted and _differs(rule, wanted[rule.id])]
    for rule in changed:
        tuning = wanted[rule.id]
        severity = tuning.severity or own[rule.id]
        if tuning.is_on and severity == own[rule.id]:
            RuleTuning.objects.filter(desk=actor.desk, rule=rule.id).delete()
        else:
            kept = "" if severity == own[rule.id] else severity.value
            RuleTuning.objects.update_or_create(
                desk=actor.desk, rule=rule.id, defaults={"is_on": tuning.is_on, "severity": kept}
            )
        _journal(actor, rule, tuning)
    return len(changed)


def _differs(rule: DeskRule, tuning: Tuning) -> bool:
    return (rule.is_on, rule.severity) != (tuning.is_on, tuning.severity or rule.severity)


def _journal(actor: Actor, rule: DeskRule, tuning: Tuning) -> None:
    with translation.override(actor.desk.language):
        if not tuning.is_on:
            told = _("Letters are no longer checked for: %(rule)s.") % {"rule": rule.name}
        else:
            severity = RuleTuning.Severity(tuning.severity or rule.severity).label
            told = _("Letters are checked for: %(rule)s (%(severity)s).") % {
                "rule": rule.name,
                "severity": severity,
            }
        say(actor, told)
