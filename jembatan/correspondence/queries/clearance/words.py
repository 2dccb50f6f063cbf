"""Steps of clearance in words: who takes them, and why."""

from django.utils.translation import gettext as _

from jembatan.correspondence.clearance import Step
from jembatan.correspondence.models import ClearanceRule, Draft
from jembatan.correspondence.queries.clearance.path import clearers_of

Condition = ClearanceRule.Condition


def who_clears(draft: Draft, step: Step) -> str:
    """The name of the only one who may, or the address that is consulted; else what they are."""
    if step.address:
        return step.address
    clearers = clearers_of(draft, step)
    return clearers[0].full_name if len(clearers) == 1 else str(step.clearer.label)


def reasons(step: Step) -> list[str]:
    """Why it is wanted, a sentence for each rule."""
    if not step.rules:
        return [_("A drafter has written this mail.")]
    return [reason(rule) for rule in step.rules]


def reason(rule: ClearanceRule) -> str:
    """What the rule speaks of."""
    match Condition(rule.condition):
        case Condition.PARTNER:
            return _("It goes to %(partner)s.") % {"partner": rule.organisation}
        case Condition.DOSSIER:
            return _("It belongs to the dossier “%(dossier)s”.") % {"dossier": rule.dossier}
        case Condition.MARKING:
            return _("It bears %(marking)s or a higher marking.") % {"marking": rule.marking}
        case Condition.STATEMENT:
            return _("It carries a formal statement.")
