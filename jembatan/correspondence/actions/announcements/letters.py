"""The mail of one receiver: a draft of its own, so that it stands in the outbox and in its conversation like any other."""

from datetime import datetime

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.outgoing import Letter, new_message_id
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.models import Announcement, Draft
from jembatan.correspondence.queries.announcements.receivers import Chosen
from jembatan.correspondence.queries.announcements.words import Words
from jembatan.correspondence.queries.letters import letter_of


def letter_for(
    actor: Actor, announcement: Announcement, receiver: Chosen, words: Words, *, date: datetime
) -> tuple[Draft, Letter]:
    """Inside the caller's transaction."""
    sender = announcement.from_address
    draft = Draft.objects.create(
        desk=actor.desk,
        from_address=sender,
        to=write_receivers([Address(receiver.person.full_name, receiver.email)]),
        subject=words.subject,
        text=words.text,
        saved_by=actor.user,
        saved_at=timezone.now(),
    )
    return draft, letter_of(draft, sender, message_id=new_message_id(sender.email), date=date)
