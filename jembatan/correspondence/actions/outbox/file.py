"""Sent mail becomes a message of its conversation, as any other: with its turn and its line in the journal."""

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.actor import operator
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.actions.following import lines_follow
from jembatan.correspondence.actions.incoming.marks import wish_to_mark
from jembatan.correspondence.actions.letters.left import letter_left
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.outgoing import with_bcc
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.models import (
    AnnouncementReceiver,
    Draft,
    Mailbox,
    Message,
    OutgoingMail,
    Reminder,
    Statement,
    Thread,
)
from jembatan.correspondence.queries.matters import About, about, matter_of
from jembatan.platform.files.store import open_stored
from jembatan.platform.markings import highest


@transaction.atomic
def file_sent(mail_id: int) -> None:
    """File what a server has taken, once; a copy that came in by another way counts as this one."""
    mail = (
        OutgoingMail.objects.select_for_update(of=("self",))
        .select_related("desk", "raw", "from_address", "queued_by", "draft__answers__thread")
        .filter(pk=mail_id)
        .first()
    )
    if mail is None or mail.filed_as is not None or not mail.receivers.filter(state="accepted").exists():
        return
    if (kind := matter_of(mail.draft)) and not kind.filed:
        return
    aside = _is_aside(mail)
    filing = Filing(operator(mail.desk), written_by=mail.queued_by, told=not aside)
    if mail.message_id not in filing.already([mail.message_id]):
        mailbox = Mailbox.objects.get_or_create(desk=mail.desk, name=mail.from_address.email[:200])[0]
        filing.file(mailbox, [read(_kept(mail))])
        filing.finish()
    mail.filed_as = Message.objects.get(desk=mail.desk, message_id=mail.message_id)
    if mail.draft.answers is not None:
        if mail.draft.kind == Draft.Kind.FORWARD:
            _keep_closed(mail.filed_as, source=mail.draft.answers.thread)
        else:
            wish_to_mark(mail.draft.answers)
    if statement := letter_left(mail, mail.filed_as):
        _keep_closed(mail.filed_as, source=statement)
    if matter := about(mail.draft):
        _keep_closed(mail.filed_as, source=matter)
    if aside:
        _close(mail.filed_as)
    mail.save(update_fields=["filed_as"])


def _is_aside(mail: OutgoingMail) -> bool:
    """An announcement has a line of its own for all its mails, and a member's reminder is none of the desk's correspondence."""
    reminds = Reminder.objects.filter(mail=mail)
    return AnnouncementReceiver.objects.filter(mail=mail).exists() or reminds.exists()


def _close(aside: Message) -> None:
    """It waits for nothing; a reply opens its conversation again."""
    Thread.objects.filter(pk=aside.thread_id, message_count=1).update(done_at=timezone.now())


def _keep_closed(sent: Message, *, source: Thread | Statement | About) -> None:
    """What a mail forwards, encloses or is about is read by those who may read where it comes from, and by nobody else of the desk.

    A conversation of its own goes into the same dossier and bears at least the same marking.
    """
    thread = Thread.objects.select_for_update().get(pk=sent.thread_id)
    if thread.message_count > 1 or thread == source:
        return
    thread.dossier = source.dossier
    thread.marking = highest([thread.marking, source.marking])
    thread.save(update_fields=["dossier", "marking"])
    lines_follow(thread.desk, [thread.pk])


def _kept(mail: OutgoingMail) -> bytes:
    """With the receivers of blind copies, whom only the sender's copy names."""
    blind = mail.receivers.filter(field="bcc").order_by("pk")
    with open_stored(mail.raw) as stored:
        return with_bcc(stored.read(), (Address(each.name, each.email) for each in blind))
