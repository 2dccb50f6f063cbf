"""Taking an open duty: judged when it arrives, and never when nobody waits for the answer any more."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.actions.refusals import AgainstTheRules
from jembatan.deployment.actions.refusals import Refused as RefusedByRoster
from jembatan.deployment.actions.taking import TooLate, take_open_duty
from jembatan.deployment.queries.own_words import rules_named
from jembatan.field.access import OnDuty, Standing
from jembatan.field.actions.deeds.deed import Incoming
from jembatan.field.actions.refusals import Refused

WAITS = timedelta(minutes=10)
"""How long the network may keep it."""


def take(who: OnDuty, deed: Incoming) -> str:
    """The duty is theirs, or the rule that refuses it is named."""
    now = timezone.now()
    if who.standing(now) is not Standing.OPEN:
        raise Refused(_("Your duties are over, or the desk has signed this phone out. Thank you."))
    if now - deed.happened_at > WAITS:
        raise Refused(
            _("There was no network for too long, and no duty was taken. Look at what is open now.")
        )
    try:
        duty = take_open_duty(who.officer, deed.number("duty"))
    except TooLate:
        raise Refused(_("Somebody else was faster. Look at what else is open.")) from None
    except AgainstTheRules as refusal:
        rules = " ".join(rules_named(refusal.told))
        raise Refused(_("You cannot take this duty. %(rules)s") % {"rules": rules}) from None
    except RefusedByRoster as refusal:
        raise Refused(str(refusal)) from None
    return _("“%(duty)s” is yours. The coordinators know.") % {"duty": duty}
