"""What becomes of a partner's correction: it goes into the text, or is declined for a reason that they see."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.circulation.circulate import held_minutes
from jembatan.meetings.actions.circulation.into_text import take_into_text
from jembatan.meetings.actions.circulation.told import tell_settled
from jembatan.meetings.models import Minutes, MinutesCorrection
from jembatan.meetings.models.minutes.circulation import LONGEST_WORDS
from jembatan.meetings.queries.circulation.standing import visible_corrections
from jembatan.platform.access import require_officer

State = MinutesCorrection.State


@transaction.atomic
def decline_correction(actor: Actor, correction: MinutesCorrection, reason: str) -> MinutesCorrection:
    """The text stays. Raises `ValidationError` without a reason, and for one that is settled."""
    current = _held(actor, correction, State.OPEN)
    said = reason.replace("\x00", "").strip()
    if not said:
        raise ValidationError({"reason": _("Say why: the partner reads it.")})
    current.reason = said[:LONGEST_WORDS]
    return _settle(actor, current, State.DECLINED, gettext_noop("Correction of %(name)s declined: %(title)s"))


@transaction.atomic
def wait_again(actor: Actor, correction: MinutesCorrection) -> MinutesCorrection:
    """The inverse of `decline_correction`. Raises `ValidationError` for one that is not declined."""
    current = _held(actor, correction, State.DECLINED)
    current.state, current.reason, current.settled_at, current.settled_by = State.OPEN, "", None, None
    current.save(update_fields=["state", "reason", "settled_at", "settled_by"])
    return current


@transaction.atomic
def accept_correction(actor: Actor, correction: MinutesCorrection, text: str) -> MinutesCorrection:
    """`text` is how its part reads from now on. The minutes are written on until they are circulated anew. Raises `ValidationError`."""
    current = _held(actor, correction, State.OPEN)
    minutes = current.partner.minutes
    if minutes.state == Minutes.State.CIRCULATED:
        minutes.state = Minutes.State.WRITING
        minutes.save(update_fields=["state"])
    take_into_text(actor, minutes, current.part, text)
    return _settle(actor, current, State.ACCEPTED, gettext_noop("Correction of %(name)s accepted: %(title)s"))


def _held(actor: Actor, correction: MinutesCorrection, state: State) -> MinutesCorrection:
    require_officer(actor)
    minutes = held_minutes(actor, correction.partner.minutes)
    if minutes.state == Minutes.State.AGREED:
        raise ValidationError(_("These minutes are agreed: they do not change any more."))
    current = visible_corrections(actor).select_for_update(of=("self",)).get(pk=correction.pk)
    if current.state != state:
        raise ValidationError(_("Somebody has settled this already."))
    current.partner.minutes = minutes
    return current


def _settle(actor: Actor, correction: MinutesCorrection, state: State, sentence: str) -> MinutesCorrection:
    correction.state, correction.settled_at, correction.settled_by = state, timezone.now(), actor.user
    correction.save(update_fields=["state", "reason", "settled_at", "settled_by"])
    tell_settled(actor, correction, sentence)
    return correction
