"""A reminder by mail: through the outbox like any other, in the transaction that makes the reminder."""

from django.utils import timezone

from jembatan.accounts.actor import operator
from jembatan.correspondence.actions.outbox.queue import queue
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.outgoing import Letter, compose, new_message_id
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.models import Draft, OutgoingMail, Reminder, ReminderByMail
from jembatan.correspondence.queries.reminders.letter import reminder_letter
from jembatan.correspondence.queries.sending import addresses_for


def mail_reminder(reminder: Reminder) -> OutgoingMail | None:
    """Inside the caller's transaction. None where the member does not want it, or the desk has no address of its own to write from."""
    desk, user = reminder.desk, reminder.user
    actor = operator(desk)
    sender = addresses_for(actor).filter(user__isnull=True).first()
    if sender is None or not ReminderByMail.objects.filter(desk=desk, user=user).exists():
        return None
    subject, text = reminder_letter(reminder)
    now = timezone.now()
    to = Address(user.full_name, user.email)
    draft = Draft.objects.create(
        desk=desk,
        from_address=sender,
        to=write_receivers([to]),
        subject=subject,
        text=text,
        saved_at=now,
    )
    letter = Letter(
        message_id=new_message_id(sender.email),
        date=now,
        sender=Address(sender.name, sender.email),
        to=(to,),
        subject=subject,
        text=text,
        automatic=True,
    )
    reminder.mail = queue(actor, draft, sender, letter, compose(letter), due_at=now)
    reminder.save(update_fields=["mail"])
    return reminder.mail
