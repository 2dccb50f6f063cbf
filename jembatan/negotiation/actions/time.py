"""By when a negotiation is to be settled."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.models.commitment import today_at
from jembatan.negotiation.actions.changing import held
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.models import Negotiation
from jembatan.platform.access import require_writer


@transaction.atomic
def settle_by(actor: Actor, negotiation: Negotiation, day: date | None) -> Negotiation:
    """What an agreement is worth fades until that day; None: time does not count. Raises `Refused` for one before the beginning."""
    require_writer(actor)
    current = held(actor, negotiation)
    if day is not None and day <= today_at(current.desk, current.created_at):
        raise Refused(_("Choose a day after the one on which the negotiation was begun."))
    current.settle_by = day
    current.save(update_fields=["settle_by"])
    return current
