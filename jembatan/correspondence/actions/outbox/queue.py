"""Into the outbox: what every letter goes through, whoever has written it and whatever was asked about it before."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.use import record_said
from jembatan.correspondence.events import MailQueued
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft, OutgoingMail, OutgoingReceiver, SendingAddress
from jembatan.platform.events import announce
from jembatan.platform.files.store import keep_bytes, keep_rows


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as its draft, in words, and as the bytes that leave."""

    draft: Draft
    letter: Letter
    raw: bytes


def queue(
    actor: Actor, draft: Draft, sender: SendingAddress, letter: Letter, raw: bytes, *, due_at: datetime
) -> OutgoingMail:
    """Inside the caller's transaction: the mail with its receivers, the lines that it says, and the job that sends it."""
    (mail,) = queue_all(actor, sender, [Written(draft, letter, raw)], due_at=due_at)
    record_said(actor, draft, mail, letter)
    return mail


def queue_all(
    actor: Actor, sender: SendingAddress, written: Sequence[Written], *, due_at: datetime
) -> list[OutgoingMail]:
    """`queue` for any number of letters that say no lines of the desk, in a few statements."""
    digests = [hashlib.sha256(each.raw).hexdigest() for each in written]
    keep_bytes({digest: each.raw for digest, each in zip(digests, written, strict=True)})
    files = keep_rows({digest: len(each.raw) for digest, each in zip(digests, written, strict=True)})
    mails = OutgoingMail.objects.bulk_create(
        OutgoingMail(
            desk=actor.desk,
            draft=each.draft,
            from_address=sender,
            message_id=each.letter.message_id,
            subject=each.letter.subject,
            raw_id=files[digest],
            queued_by=actor.user,
            due_at=due_at,
        )
        for digest, each in zip(digests, written, strict=True)
    )
    OutgoingReceiver.objects.bulk_create(
        receiver
        for mail, each in zip(mails, written, strict=True)
        for receiver in _receivers(mail, each.letter)
    )
    Draft.objects.filter(pk__in=[each.draft.pk for each in written]).update(state=Draft.State.QUEUED)
    for mail, each in zip(mails, written, strict=True):
        each.draft.state = Draft.State.QUEUED
        announce(MailQueued(mail.pk, due_at))
    return mails


def _receivers(mail: OutgoingMail, letter: Letter) -> list[OutgoingReceiver]:
    """Each address once, by the first field that names it."""
    found: dict[str, OutgoingReceiver] = {}
    for field, addresses in (("to", letter.to), ("cc", letter.cc), ("bcc", letter.bcc)):
        for name, email in addresses:
            found.setdefault(email, OutgoingReceiver(mail=mail, field=field, name=name, email=email))
    return list(found.values())
