"""What the desk does with a question that it has asked: withdraw it, close it, send a new link."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.consultation.posting import close_letters, hold_back, post
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.consultation.letters import renewing
from jembatan.correspondence.queries.consultation.visible import visible_consultations
from jembatan.platform.access import require_officer

State = Consultation.State
RENEWED_FOR = timedelta(days=14)


@transaction.atomic
def withdraw(actor: Actor, consultation: Consultation) -> Consultation:
    """Nobody needs to answer any more: the link is over, and a letter that still waits stays here. Raises `Refused` for what is answered."""
    current = _held(actor, consultation)
    if current.state == State.ANSWERED:
        raise Refused(_("This question has been answered. Close it instead."))
    current.state = State.WITHDRAWN
    current.save(update_fields=["state"])
    hold_back(actor, current)
    close_letters(current)
    return current


@transaction.atomic
def close(actor: Actor, consultation: Consultation) -> Consultation:
    """The answer stands as it is; the link is over."""
    current = _held(actor, consultation)
    current.closed_at = current.closed_at or timezone.now()
    current.save(update_fields=["closed_at"])
    close_letters(current)
    return current


@transaction.atomic
def send_new_link(actor: Actor, consultation: Consultation, *, confirmed: bool = False) -> Consultation:
    """For two more weeks at least; earlier links are over. Raises `Refused` for what is withdrawn, `Unconfirmed`."""
    current = _held(actor, consultation)
    if current.is_settled:
        raise Refused(_("This question is not open any more. Ask anew."))
    current.issue += 1
    current.open_until = max(current.open_until, (timezone.now() + RENEWED_FOR).replace(microsecond=0))
    current.link_wanted_at = None
    if current.state == State.EXPIRED:
        current.state = State.OPEN
    current.save(update_fields=["issue", "open_until", "link_wanted_at", "state"])
    post(actor, current, renewing(current), confirmed=confirmed)
    return current


def _held(actor: Actor, consultation: Consultation) -> Consultation:
    """Locked until the transaction ends."""
    require_officer(actor)
    return visible_consultations(actor).select_for_update(of=("self",)).get(pk=consultation.pk)
