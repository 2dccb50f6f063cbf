"""Letters that the house writes to one person about a record that may be deleted: they leave by the outbox, and are forgotten with it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.outbox.queue import Written, queue_all
from jembatan.correspondence.actions.outbox.send import UNDO
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.outgoing import CalendarPart, Letter, compose, new_message_id
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.models import Draft, OutgoingMail, SendAttempt, SendingAddress
from jembatan.correspondence.queries.sending import addresses_for


def own_address(desk: Desk) -> SendingAddress | None:
    """From which the desk writes where nobody in particular does; None where it has none yet."""
    return addresses_for(operator(desk)).filter(user__isnull=True).first()


@dataclass(frozen=True, slots=True)
class Personal:
    """A letter to one person about one record, and what calendars read of it."""

    receiver: Address
    subject: str
    text: str
    about: int
    calendar: CalendarPart | None = None


def send_personal(
    actor: Actor, kind: str, letters: Sequence[Personal], *, at_once: bool = False, occasion: str = ""
) -> bool:
    """Inside the caller's transaction, which has asked whether the actor may. False where the desk has no address of its own.

    They can be recalled by their `occasion` for twenty seconds, unless they leave `at_once`.
    `kind` is one of matters that are not filed (`queries/matters.py`).
    """
    sender = own_address(actor.desk)
    if sender is None:
        return False
    now = timezone.now()
    drafts = Draft.objects.bulk_create(
        Draft(
            desk=actor.desk,
            from_address=sender,
            to=write_receivers([each.receiver]),
            subject=each.subject,
            text=each.text,
            saved_at=now,
            saved_by=actor.user,
            matter_kind=kind,
            matter_id=each.about,
            occasion=occasion,
        )
        for each in letters
    )
    written = [
        Written(draft, letter, compose(letter))
        for draft, each in zip(drafts, letters, strict=True)
        for letter in [
            Letter(
                message_id=new_message_id(sender.email),
                date=now,
                sender=Address(sender.name, sender.email),
                to=(each.receiver,),
                subject=each.subject,
                text=each.text,
                calendar=each.calendar,
                automatic=True,
            )
        ]
    ]
    queue_all(actor, sender, written, due_at=now if at_once else now + UNDO)
    return True


def recall_letters(kind: str, ids: Collection[int], *, occasion: str) -> set[int]:
    """What was written on this occasion about these records and has not left is gone; those about which there was anything."""
    waiting = OutgoingMail.objects.select_for_update(of=("self",), skip_locked=True).filter(
        draft__matter_kind=kind,
        draft__matter_id__in=ids,
        draft__occasion=occasion,
        state=OutgoingMail.State.WAITING,
        attempts__isnull=True,
    )
    drafts = [mail.draft_id for mail in waiting]
    recalled = set(Draft.objects.filter(pk__in=drafts).values_list("matter_id", flat=True))
    OutgoingMail.objects.filter(draft__in=drafts).delete()
    Draft.objects.filter(pk__in=drafts).delete()
    return {pk for pk in recalled if pk is not None}


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
