"""A mail in doubt is settled by a person: who has looked into the Sent folder, or asked the receiver."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.file import file_sent
from jembatan.correspondence.actions.outbox.hold import held_mail
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.events import MailQueued
from jembatan.correspondence.models import OutgoingMail
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce

State = OutgoingMail.State


@transaction.atomic
def it_arrived(actor: Actor, mail: OutgoingMail) -> None:
    """Count it as sent, and file it. Raises `Refused` where there is no doubt any more."""
    current = _in_doubt(actor, mail)
    current.receivers.filter(state="waiting").update(state="accepted")
    current.state = State.SENT
    current.save(update_fields=["state"])
    file_sent(current.pk)


@transaction.atomic
def send_again(actor: Actor, mail: OutgoingMail) -> None:
    """The same bytes under the same name once more. Raises `Refused` where there is no doubt any more."""
    current = _in_doubt(actor, mail)
    current.state, current.due_at = State.WAITING, timezone.now()
    current.save(update_fields=["state", "due_at"])
    announce(MailQueued(current.pk, current.due_at))


def _in_doubt(actor: Actor, mail: OutgoingMail) -> OutgoingMail:
    require_officer(actor)
    current = held_mail(actor, mail)
    if current.state != State.IN_DOUBT:
        raise Refused(_("Somebody has settled this meanwhile."))
    return current
