"""Out of the outbox and back to writing: in time, or after a failure."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.hold import held_mail
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft, OutgoingMail
from jembatan.platform.access import require_officer

State = OutgoingMail.State


@transaction.atomic
def take_back(actor: Actor, mail: OutgoingMail) -> Draft:
    """Out of the outbox and back to writing. Raises `Refused` once a worker has taken it."""
    require_officer(actor)
    current = held_mail(actor, mail)
    if current.state != State.WAITING or current.receivers.exclude(state="waiting").exists():
        raise Refused(_("This mail has left already, or is leaving now."))
    current.state = State.WITHDRAWN
    current.save(update_fields=["state"])
    return _open_again(current)


@transaction.atomic
def write_again(actor: Actor, mail: OutgoingMail) -> Draft:
    """The draft of a mail that failed, to be mended and sent as another mail. Raises `Refused` for any other."""
    require_officer(actor)
    current = held_mail(actor, mail)
    if current.state != State.FAILED:
        raise Refused(_("Only a mail that failed can be written again."))
    return _open_again(current)


def _open_again(mail: OutgoingMail) -> Draft:
    draft = Draft.objects.select_for_update().get(pk=mail.draft_id)
    draft.state = Draft.State.OPEN
    draft.save(update_fields=["state"])
    return draft
