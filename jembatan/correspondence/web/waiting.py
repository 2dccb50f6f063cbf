"""A mail of the outbox as people read it: its state in icon, colour and word, and what hinders it in a sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jembatan.correspondence.models import OutgoingMail, OutgoingReceiver
from jembatan.correspondence.servers.troubles import told as trouble_told

State = OutgoingMail.State
LOOKS = {
    State.WAITING: ("clock", "laut"),
    State.SENDING: ("send", "laut"),
    State.SENT: ("check", "daun"),
    State.FAILED: ("mail-x", "bata"),
    State.IN_DOUBT: ("mail-question-mark", "soga"),
    State.WITHDRAWN: ("undo-2", ""),
}


@dataclass(frozen=True, slots=True)
class Told:
    """`refused` are receivers whom the mail has not reached, with the server's words."""

    mail: OutgoingMail
    icon: str
    tone: str
    sentence: str
    refused: list[OutgoingReceiver]
    may_come_back: bool

    @property
    def receivers(self) -> str:
        """Whom it goes to, by name where one was given."""
        return ", ".join(each.name or each.email for each in self.mail.receivers.all())


def told(mail: OutgoingMail) -> Told:
    """Its receivers have been fetched."""
    icon, tone = LOOKS[State(mail.state)]
    receivers = list(mail.receivers.all())
    untouched = all(each.state == OutgoingReceiver.State.WAITING for each in receivers)
    return Told(
        mail=mail,
        icon=icon,
        tone=tone,
        sentence=_sentence(mail),
        refused=[each for each in receivers if each.state == OutgoingReceiver.State.REFUSED],
        may_come_back=mail.state == State.WAITING and untouched,
    )


def _sentence(mail: OutgoingMail) -> str:
    if mail.state == State.IN_DOUBT:
        return _(
            "The connection broke at the very end: the mail may have arrived, or not. Look into the Sent folder of the mailbox, or ask the receiver."
        )
    if mail.state in {State.WAITING, State.FAILED}:
        return trouble_told(mail.trouble, mail.words)
    return ""
