"""Setting the deadline of a conversation, and taking it away."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clock.wind import wind_clocks
from jembatan.correspondence.actions.hold import held
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Thread
from jembatan.platform.access import require_officer


@transaction.atomic
def agree_deadline(actor: Actor, thread: Thread, *, by: datetime | None) -> datetime | None:
    """The side whose turn it is speaks until then (None: as usual); returns the deadline that stood before.

    It lapses when the turn passes. Raises `Refused` where it is nobody's turn.
    """
    require_officer(actor)
    thread = held(actor, thread)
    before = thread.deadline
    if by is not None and (thread.turn == Thread.Turn.NOBODYS or thread.turn_since is None):
        raise Refused(_("Nothing is open in this conversation, so that there is nothing to answer by a day."))
    thread.agreed_by = by
    thread.agreed_for = thread.turn_since if by else None
    thread.agreed_at = timezone.now() if by else None
    thread.save(update_fields=["agreed_by", "agreed_for", "agreed_at"])
    wind_clocks([thread.pk])
    return before
