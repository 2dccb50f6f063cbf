"""A letter that calendars read, too: an invitation, its cancellation, an answer (RFC 6047)."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_letter
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.models import DraftAttachment, OutgoingMail
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.platform.access import require_officer
from jembatan.platform.files.store import keep

NAME = "invite.ics"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLetter:
    """`content` says to calendars, by `method`, what `text` says to people, or nothing without a method.

    `matter` is the record that it is about (`queries/matters.py`): the letter is seen by whoever sees that.
    """

    sender: str
    receiver: Address
    subject: str
    text: str
    matter: tuple[str, int]
    method: str = ""
    content: bytes = b""


@transaction.atomic
def send_calendar(actor: Actor, letter: CalendarLetter) -> OutgoingMail:
    """Into the outbox, as any letter; the caller's yes answers what its checks would ask. Raises `Refused`."""
    require_officer(actor)
    address = addresses_for(actor).filter(email__iexact=letter.sender).first()
    if address is None:
        raise Refused(_("Nobody may send from %(address)s any more.") % {"address": letter.sender})
    draft = start_letter(
        actor, about=None, to=write_receivers([letter.receiver]), subject=letter.subject, text=letter.text
    )
    draft.from_address = address
    draft.matter_kind, draft.matter_id = letter.matter
    draft.save(update_fields=["from_address", "matter_kind", "matter_id"])
    if letter.method:
        DraftAttachment.objects.create(
            draft=draft, file=keep(letter.content), name=NAME, type="text/calendar", method=letter.method
        )
    return send_draft(actor, draft, confirmed=True)
