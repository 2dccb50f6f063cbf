"""Into the outbox: what every letter goes through, whoever has written it and whatever was asked about it before."""

from datetime import datetime

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.use import record_said
from jembatan.correspondence.events import MailQueued
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft, OutgoingMail, OutgoingReceiver, SendingAddress
from jembatan.platform.events import announce
from jembatan.platform.files.store import keep


def queue(
    actor: Actor, draft: Draft, sender: SendingAddress, letter: Letter, raw: bytes, *, due_at: datetime
) -> OutgoingMail:
    """Inside the caller's transaction: the mail with its receivers, the lines that it says, and the job that sends it."""
    mail = OutgoingMail.objects.create(
        desk=actor.desk,
        draft=draft,
        from_address=sender,
        message_id=letter.message_id,
        subject=letter.subject,
        raw=keep(raw),
        queued_by=actor.user,
        due_at=due_at,
    )
    OutgoingReceiver.objects.bulk_create(_receivers(mail, letter))
    draft.state = Draft.State.QUEUED
    draft.save(update_fields=["state"])
    record_said(actor, draft, mail, letter)
    announce(MailQueued(mail.pk, due_at))
    return mail


def _receivers(mail: OutgoingMail, letter: Letter) -> list[OutgoingReceiver]:
    """Each address once, by the first field that names it."""
    found: dict[str, OutgoingReceiver] = {}
    for field, addresses in (("to", letter.to), ("cc", letter.cc), ("bcc", letter.bcc)):
        for name, email in addresses:
            found.setdefault(email, OutgoingReceiver(mail=mail, field=field, name=name, email=email))
    return list(found.values())
