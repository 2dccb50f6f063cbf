"""A desk that can send: a server on loopback, an address, a mail that is due."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role
from jembatan.correspondence.actions.drafts.start import start_answer, start_mail
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import Draft, Message, OutgoingMail, SendingAddress
from jembatan.correspondence.tests.mail_server import MailServer

US = "biro@selatnusantara.example"


def sending_address(desk: Desk, heard: MailServer, **facts: Any) -> SendingAddress:
    """Set up by the head."""
    head = Actor(desk=desk, role=Role.HEAD)
    server = keep_server(head, None, host="127.0.0.1", port=heard.port, security=heard.security)
    values: dict[str, Any] = {"name": "Biro Kerja Sama", "email": US, "signature": "Biro"} | facts
    return keep_address(head, None, server=server, **values)


def written(
    actor: Actor,
    *,
    answers: Message | None = None,
    to: str = "budi@laut.example",
    subject: str = "Naskah",
    text: str = "Naskah kami setujui.",
    **words: Any,
) -> Draft:
    """A draft with words in it; a reply where it answers something."""
    draft = start_answer(actor, answers, kind=Draft.Kind.REPLY) if answers else start_mail(actor)
    content = Content(from_address=draft.from_address, to=to, subject=subject, text=text, **words)
    return save_draft(actor, draft, content, version=1)


def due(actor: Actor, draft: Draft) -> OutgoingMail:
    """Sent, and the time to undo is over."""
    mail = send_draft(actor, draft)
    make_due(mail)
    return mail


def make_due(mail: OutgoingMail) -> None:
    """Whatever it waits for is over."""
    OutgoingMail.objects.filter(pk=mail.pk).update(due_at=timezone.now() - timedelta(seconds=1))
    mail.refresh_from_db()
