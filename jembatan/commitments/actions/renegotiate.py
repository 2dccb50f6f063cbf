"""Both sides agree on another day; the old one stays visible."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.record import held
from jembatan.commitments.actions.reminding import forget_reminders
from jembatan.commitments.actions.told import RENEGOTIATED, tell
from jembatan.commitments.models import Commitment, MovedDate
from jembatan.platform.ui.moments import day_text


@transaction.atomic
def renegotiate(actor: Actor, commitment: Commitment, due: date, why: str) -> Commitment:
    """The same day again says nothing. Raises `ValidationError` without a reason, and for what is kept or withdrawn."""
    current, words = held(actor, commitment), " ".join(why.replace("\x00", "").split())
    if not words:
        raise ValidationError({"why": _("Say why the day has moved.")})
    if not current.is_open:
        raise ValidationError(_("This promise is no longer open."))
    was = current.due
    if was == due:
        return current
    MovedDate.objects.create(commitment=current, was=was, due=due, why=words, user=actor.user)
    current.due = due
    current.save(update_fields=["due"])
    forget_reminders(current)
    with translation.override(actor.desk.language):
        before = _("Before: %(text)s") % {"text": day_text(was)} + "\n" if was else ""
    tell(actor, current, RENEGOTIATED, detail=f"{before}{words}")
    return current
