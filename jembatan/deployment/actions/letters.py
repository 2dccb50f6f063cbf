"""Letters about rosters: they leave by the outbox like any other, and what cannot leave is told."""

from dataclasses import dataclass
from urllib.parse import quote

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_letter
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused as NotSent
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import write_receivers


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
        """An address that opens WhatsApp with the text, where there is a number."""
        digits = "".join(each for each in self.phone if each.isdigit())
        return f"https://wa.me/{digits}?text={quote(self.text)}" if digits else ""


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter, and why it is not in the outbox ("" where it is)."""

    letter: Letter
    trouble: str


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
            send_draft(actor, draft, confirmed=True)
    except NotSent as refusal:
        return Posted(letter, str(refusal))
    return Posted(letter, "")
