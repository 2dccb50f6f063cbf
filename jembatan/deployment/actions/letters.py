"""Letters about rosters: they leave by the outbox like any other, and what cannot leave is told."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_letter
from jembatan.correspondence.actions.drafts.write import discard_draft
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.outbox.take_back import take_back
from jembatan.correspondence.actions.refusals import Refused as NotSent
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.queries.outbox import visible_outgoing
from jembatan.platform.whatsapp import whatsapp_link


@dataclass(frozen=True, slots=True)
class Letter:
    """To one receiver, who is reached by mail, by telephone, or both."""

    name: str
    email: str
    phone: str
    subject: str
    text: str

    @property
    def chat(self) -> str:
        """An address that opens WhatsApp with the text, where there is a number with its country."""
        return whatsapp_link(self.phone, self.text)


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter, and why it is not in the outbox ("" where it is, as `mail`)."""

    letter: Letter
    trouble: str
    mail: int | None = None

    @property
    def kept(self) -> dict[str, object]:
        """As JSON keeps it; `posted` reads it."""
        return asdict(self)


def posted(kept: dict[str, Any]) -> Posted:
    """What `Posted.kept` was."""
    return Posted(Letter(**kept["letter"]), kept["trouble"], kept["mail"])


def post(actor: Actor, letter: Letter, *, matter: tuple[str, int]) -> Posted:
    """Into the outbox, inside the caller's transaction, which goes on where that is refused. `matter` is the record that it is about."""
    if not letter.email:
        return Posted(letter, "-")
    try:
        with transaction.atomic():
            receivers = write_receivers([Address(letter.name, letter.email)])
            draft = start_letter(
                actor, about=None, to=receivers, subject=letter.subject, text=letter.text, matter=matter
            )
            mail = send_draft(actor, draft, confirmed=True)
    except NotSent as refusal:
        return Posted(letter, str(refusal))
    return Posted(letter, "", mail.pk)


def unpost(actor: Actor, letter: Posted) -> bool:
    """Out of the outbox again, inside the caller's transaction, where it has not left yet; says whether that was so."""
    mail = visible_outgoing(actor).filter(pk=letter.mail or 0).first()
    if mail is None:
        return False
    try:
        with transaction.atomic():
            discard_draft(actor, take_back(actor, mail))
    except NotSent:
        return False
    return True
