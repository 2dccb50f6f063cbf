"""The head says that a mail is really from one of us, though its header could not tell; and takes that word back."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Value
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.hold import held
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.restate import restate_ids
from jembatan.correspondence.models import Message, Recipient, Sender, Thread, Vouch
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.journal.actions.record import Line, record
from jembatan.platform.access import require_head
from jembatan.platform.markings import Marking

VOUCHED, DOUBTED = "mail.vouched", "mail.doubted"


@transaction.atomic
def vouch(actor: Actor, message: Message) -> Message:
    """It counts as ours from now on, with the turn that follows; a second word changes nothing.

    Raises `Refused` for mail that does not bear an address of ours.
    """
    require_head(actor)
    thread, message = _held(actor, message)
    if Vouch.objects.filter(message=message).exists():
        return message
    if not message.pretends:
        raise Refused(_("This mail does not pretend to be from one of us."))
    Vouch.objects.create(desk=actor.desk, message=message, user=actor.user)
    return _count(actor, thread, message, ours=True)


@transaction.atomic
def take_word_back(actor: Actor, message: Message) -> Message:
    """It pretends again, and does not count as ours."""
    require_head(actor)
    thread, message = _held(actor, message)
    removed, _models = Vouch.objects.filter(message=message).delete()
    return _count(actor, thread, message, ours=False) if removed and message.ours else message


def _held(actor: Actor, message: Message) -> tuple[Thread, Message]:
    thread = held(actor, message.thread)
    return thread, Message.objects.select_for_update(of=("self",)).get(pk=message.pk, thread=thread)


def _count(actor: Actor, thread: Thread, message: Message, *, ours: bool) -> Message:
    outside = Recipient.objects.filter(message=OuterRef("pk")).exclude(field=Recipient.Field.REPLY_TO)
    among_us = ~Exists(outside.exclude(sender__state=Sender.State.OURS)) if ours else Value(False)
    stored = Message.objects.filter(pk=message.pk)
    stored.update(ours=ours, pretends=not ours, internal=among_us)
    message.refresh_from_db(fields=["ours", "pretends", "internal"])
    restate_ids([thread.pk])
    line = Line(
        kind=VOUCHED if ours else DOUBTED,
        summary=message.subject or "—",
        dossier=thread.dossier,
        marking=Marking(thread.marking),
        source=(SOURCE, message.pk),
    )
    record(actor, line)
    return message
