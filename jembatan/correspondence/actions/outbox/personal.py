"""Letters that the house writes to one person about a record that may be deleted: they leave by the outbox, and are forgotten with it."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.outbox.queue import queue
from jembatan.correspondence.actions.outbox.send import UNDO
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.outgoing import Letter, compose, new_message_id
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.models import Draft, OutgoingMail, SendAttempt, SendingAddress
from jembatan.correspondence.queries.sending import addresses_for


def own_address(desk: Desk) -> SendingAddress | None:
    """From which the desk writes where nobody in particular does; None where it has none yet."""
    return addresses_for(operator(desk)).filter(user__isnull=True).first()


def send_personal(
    actor: Actor,
    receiver: Address,
    *,
    subject: str,
    text: str,
    matter: tuple[str, int],
    at_once: bool = False,
) -> OutgoingMail | None:
    """Inside the caller's transaction, which has asked whether the actor may. None where the desk has no address of its own.

    It can be recalled for twenty seconds, unless it leaves `at_once`.
    `matter` is a kind that is not filed (`queries/matters.py`).
    """
    sender = own_address(actor.desk)
    if sender is None:
        return None
    now = timezone.now()
    kind, pk = matter
    draft = Draft.objects.create(
        desk=actor.desk,
        from_address=sender,
        to=write_receivers([receiver]),
        subject=subject,
        text=text,
        saved_at=now,
        saved_by=actor.user,
        matter_kind=kind,
        matter_id=pk,
    )
    letter = Letter(
        message_id=new_message_id(sender.email),
        date=now,
        sender=Address(sender.name, sender.email),
        to=(receiver,),
        subject=subject,
        text=text,
        automatic=True,
    )
    return queue(actor, draft, sender, letter, compose(letter), due_at=now if at_once else now + UNDO)


def recall_letters(matter: tuple[str, int]) -> bool:
    """What has not left about the record is gone; whether there was anything."""
    kind, pk = matter
    about = Draft.objects.filter(matter_kind=kind, matter_id=pk)
    waiting = OutgoingMail.objects.select_for_update(of=("self",), skip_locked=True).filter(
        draft__in=about.values("pk"), state=OutgoingMail.State.WAITING, attempts__isnull=True
    )
    drafts = [mail.draft_id for mail in waiting]
    OutgoingMail.objects.filter(draft__in=drafts).delete()
    about.filter(pk__in=drafts).delete()
    return bool(drafts)


def forget_letters(kind: str, ids: Collection[int]) -> None:
    """What was written about these records is gone, with its receivers; what has not left does not leave any more.

    One that is being sent in this very moment stays; call again later.
    """
    about = Draft.objects.filter(matter_kind=kind, matter_id__in=ids)
    _forget(about)


def forget_orphans(kind: str, present: QuerySet[Any, Any]) -> None:
    """The same for whatever is about a record that `present` (ids) does not know any more."""
    _forget(Draft.objects.filter(matter_kind=kind).exclude(matter_id__in=present))


def _forget(drafts: QuerySet[Draft]) -> None:
    mails = OutgoingMail.objects.select_for_update(of=("self",)).filter(draft__in=drafts.values("pk"))
    gone = [mail.pk for mail in mails if mail.state != OutgoingMail.State.SENDING]
    SendAttempt.objects.filter(mail__in=gone).delete()
    OutgoingMail.objects.filter(pk__in=gone).delete()
    drafts.filter(outgoing__isnull=True).delete()
