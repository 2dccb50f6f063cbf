"""Why one officer stands before another for a seat, in a sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.deployment.queries.judged import Named
from jembatan.rostering.rules.ranking import Reason, ahead

REASONS: dict[Reason, str | Promise] = {
    Reason.AWAITED: gettext_lazy("always works with somebody who is on it"),
    Reason.STANDBY: gettext_lazy("waits to step in on this day"),
    Reason.KNOWS_AND_WORKS: gettext_lazy("knows them, and works on this day anyway"),
    Reason.KNOWS: gettext_lazy("knows them"),
    Reason.WORKS_THAT_DAY: gettext_lazy("works on this day anyway, so that nobody else has to come"),
    Reason.DAY_OFF: gettext_lazy("has not asked for this day off"),
    Reason.WISHED: gettext_lazy("wishes to work for them"),
    Reason.SPARE_LANGUAGES: gettext_lazy("speaks fewer other languages, which are scarce elsewhere"),
    Reason.DAYS: gettext_lazy("works on fewer days in all"),
    Reason.MINUTES: gettext_lazy("has less to do on this day"),
}


def beside_told(one: Named, other: Named | None) -> str:
    """What puts the one before the other, or behind; "" where nothing does."""
    if other is None or one.officer == other.officer:
        return ""
    if reason := ahead(one.facts, other.facts):
        return _("Before %(other)s: %(reason)s.") % {"other": other.name, "reason": REASONS[reason]}
    if reason := ahead(other.facts, one.facts):
        return _("Behind %(other)s, who %(reason)s.") % {"other": other.name, "reason": REASONS[reason]}
    return ""
