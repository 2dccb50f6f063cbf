"""Letters to those who are asked leave as any other mail: through the outbox, with its checks."""

from contextlib import suppress

from jembatan.accounts.actor import Actor, operator
from jembatan.correspondence.actions.done import close
from jembatan.correspondence.actions.drafts.start import start_letter
from jembatan.correspondence.actions.drafts.write import discard_draft
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.outbox.take_back import take_back
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.models import Consultation, OutgoingMail, Thread
from jembatan.correspondence.queries.consultation.letters import Letter


def post(actor: Actor, consultation: Consultation, letter: Letter, *, confirmed: bool) -> OutgoingMail:
    """Raises what sending raises: a marking that may not go to them, a clearance that is missing, `Unconfirmed`."""
    receiver = Address(consultation.name, consultation.email)
    draft = start_letter(
        actor,
        about=consultation.message,
        to=write_receivers([receiver]),
        subject=letter.subject,
        text=letter.text,
        matter=(consultation.matter_kind, consultation.matter_id) if consultation.matter_id else None,
    )
    mail = send_draft(actor, draft, confirmed=confirmed)
    consultation.letters.add(draft)
    return mail


def hold_back(actor: Actor, consultation: Consultation) -> None:
    """Letters that still wait do not leave any more."""
    letters = OutgoingMail.objects.filter(draft__in=consultation.letters.all())
    for waiting in letters.filter(state=OutgoingMail.State.WAITING).order_by("pk"):
        with suppress(Refused):  # a worker has taken it meanwhile: they get a link that is over
            discard_draft(actor, take_back(actor, waiting))


def close_letters(consultation: Consultation) -> None:
    """Nobody waits for an answer to the letters any more, unless somebody has written in their conversations."""
    sent = Thread.objects.filter(messages__outgoing__draft__in=consultation.letters.all())
    for thread in sent.filter(message_count=1, done_at__isnull=True).order_by("pk"):
        close(operator(consultation.desk), thread)
