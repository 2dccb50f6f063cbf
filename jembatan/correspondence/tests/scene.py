"""Mail for tests, written straight into the tables: who wrote what to whom, and when."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from jembatan.accounts.models import Desk, User
from jembatan.correspondence.actions.restate import restate
from jembatan.correspondence.models import (
    Mailbox,
    Message,
    MessageAttachment,
    Recipient,
    Sender,
    Thread,
    ThreadLink,
)
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier, DossierMember
from jembatan.platform.files.store import keep

BEGINNING = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
OURS = "kerjasama@selatnusantara.example"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 24
_numbers = count(1)


def organisation(desk: Desk, name: str = "Kementerian Laut", **fields: object) -> Organisation:
    return Organisation.objects.create(
        desk=desk, name=name, name_folded=name.lower(), search_text=f" {name.lower()}", **fields
    )


def person(desk: Desk, full_name: str = "Budi Santoso", **fields: object) -> Person:
    folded = full_name.lower()
    return Person.objects.create(
        desk=desk,
        full_name=full_name,
        name_folded=folded,
        search_text=f" {folded}",
        sort_key=folded,
        **fields,
    )


def sender(desk: Desk, email: str, **fields: object) -> Sender:
    ours = email.endswith("selatnusantara.example")
    defaults = {"state": Sender.State.OURS if ours else Sender.State.WAITING, **fields}
    return Sender.objects.update_or_create(desk=desk, email=email, defaults=fields, create_defaults=defaults)[
        0
    ]


def thread(desk: Desk, subject: str = "Nota kesepahaman", **fields: object) -> Thread:
    return Thread.objects.create(desk=desk, subject=subject, **fields)


def message(
    thread: Thread,
    *,
    email: str = "budi@laut.example",
    name: str = "Budi Santoso",
    to: tuple[str, ...] = (OURS,),
    text: str = "Mohon tanggapan Bapak/Ibu atas draf terlampir.",
    hours: int | None = None,
    **fields: object,
) -> Message:
    """The next message of the thread, an hour after the one before unless said otherwise."""
    desk = thread.desk
    number = next(_numbers)
    mailbox, _made = Mailbox.objects.get_or_create(desk=desk, name="kerjasama.mbox")
    ours = email.endswith("selatnusantara.example")
    at = BEGINNING + timedelta(hours=thread.messages.count() if hours is None else hours)
    values: dict[str, object] = {
        "desk": desk,
        "mailbox": mailbox,
        "thread": thread,
        "message_id": f"m{number}@laut.example",
        "sent_at": at,
        "sent_offset": 420,
        "subject": thread.subject,
        "from_name": name,
        "from_email": email,
        "sender": sender(desk, email, name=name, last_at=at, wrote=1),
        "ours": ours,
        "text": text,
        "language": "id",
        "digest": f"{number:064}",
    }
    made = Message.objects.create(**values | fields)
    for address in to:
        known = sender(desk, address)
        Recipient.objects.create(message=made, field=Recipient.Field.TO, email=address, sender=known)
    ThreadLink.objects.get_or_create(desk=desk, message_id=made.message_id, defaults={"thread": thread})
    restate([thread])
    thread.refresh_from_db()
    return made


def answer(thread: Thread, **fields: Any) -> Message:
    """We write back."""
    values: dict[str, Any] = {
        "email": OURS,
        "name": "Biro Kerja Sama",
        "to": ("budi@laut.example",),
        "text": "Terlampir tanggapan kami.",
    }
    return message(thread, **values | fields)


def attachment(message: Message, content: bytes = b"isi", **fields: object) -> MessageAttachment:
    values = {"name": "draf.pdf", "type": "application/pdf"} | fields
    return MessageAttachment.objects.create(message=message, file=keep(content), **values)


def conversation(desk: Desk, subject: str = "Nota kesepahaman", *, answered: bool = False) -> Thread:
    """A thread with one message of theirs, and our answer where `answered`."""
    made = thread(desk, subject)
    message(made)
    if answered:
        answer(made)
    return made


def restrict(thread: Thread, *members: User, title: str = "Perundingan") -> Dossier:
    """Put the thread into a dossier that only these members (and the head) see."""
    dossier = Dossier.objects.create(desk=thread.desk, title=title, restricted=True)
    for member in members:
        DossierMember.objects.create(desk=thread.desk, dossier=dossier, user=member)
    Thread.objects.filter(pk=thread.pk).update(dossier=dossier)
    thread.refresh_from_db()
    return dossier


def waiting(desk: Desk, email: str = "budi@laut.example") -> Sender:
    """An address that wrote to the desk and waits in the screener."""
    message(thread(desk), email=email)
    return Sender.objects.get(desk=desk, email=email)
