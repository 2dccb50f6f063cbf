"""Removing what an import filed, except what people have worked with since."""

from django.db.models import Exists, OuterRef, Q

from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.restate import restate_ids
from jembatan.correspondence.actions.telling import tell_threads
from jembatan.correspondence.models import (
    Bounce,
    Draft,
    Mailbox,
    Message,
    MessageAttachment,
    Recipient,
    Sender,
    Thread,
    ThreadLink,
    ThreadMove,
)
from jembatan.platform.imports.importer import TakenBack
from jembatan.platform.markings import Marking

CHUNK = 2000


def take_back(desk: Desk, batch_id: int) -> TakenBack:
    """Remove the batch's messages, and then threads, senders and mailboxes that are left empty.

    Kept are messages that someone moved, and those of threads that someone owns, closed, marked, put into a dossier, or has
    begun to answer.
    """
    filed = Message.objects.filter(desk=desk, import_batch=batch_id)
    kept = filed.filter(_worked_with())
    kept_count = kept.count()
    going = list(filed.exclude(pk__in=kept.values("pk")).values_list("pk", "thread_id", "mailbox_id"))
    for start in range(0, len(going), CHUNK):
        _remove_messages([pk for pk, _thread, _mailbox in going[start : start + CHUNK]])
    _remove_empty_threads({thread for _pk, thread, _mailbox in going})
    tell_threads(desk, {thread for _pk, thread, _mailbox in going})
    _remove_idle_senders(desk, batch_id)
    Mailbox.objects.filter(pk__in={mailbox for *_rest, mailbox in going}, messages=None).delete()
    return TakenBack(removed=len(going), kept=kept_count)


def _worked_with() -> Q:
    moves = ThreadMove.objects.filter(Q(source=OuterRef("thread")) | Q(target=OuterRef("thread")))
    return (
        Q(placement=Message.Placement.MOVED)
        | Q(thread__owner__isnull=False)
        | Q(thread__dossier__isnull=False)
        | Q(thread__done_at__isnull=False)
        | ~Q(thread__marking=Marking.GREEN)
        | Q(Exists(moves))
        | Q(Exists(Draft.objects.filter(answers__thread=OuterRef("thread"))))
    )


def _remove_messages(ids: list[int]) -> None:
    Bounce.objects.filter(report__in=ids).delete()
    MessageAttachment.objects.filter(message__in=ids).delete()
    Recipient.objects.filter(message__in=ids).delete()
    Message.objects.filter(pk__in=ids).delete()


def _remove_empty_threads(thread_ids: set[int]) -> None:
    empty = Thread.objects.filter(pk__in=thread_ids, messages=None)
    gone = set(empty.values_list("pk", flat=True))
    ThreadLink.objects.filter(thread__in=gone).delete()
    Thread.objects.filter(pk__in=gone).delete()
    restate_ids(thread_ids - gone)


def _remove_idle_senders(desk: Desk, batch_id: int) -> None:
    """Addresses that only this import brought and that nobody has decided about."""
    idle = Sender.objects.filter(
        desk=desk, import_batch=batch_id, decided_at__isnull=True, messages=None, received=None
    )
    idle.delete()
