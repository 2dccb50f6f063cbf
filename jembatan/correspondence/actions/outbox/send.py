"""Sending a draft: the way by which a letter gets into the outbox."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.by_sending import clear_by_sending
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.actions.outbox.checks import objections
from jembatan.correspondence.actions.outbox.queue import queue
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.answering import reads_nothing
from jembatan.correspondence.formats.outgoing import Letter, Unsendable, compose, new_message_id
from jembatan.correspondence.formats.receivers import NotAReceiver
from jembatan.correspondence.models import Draft, OutgoingMail, SendingAddress, Thread
from jembatan.correspondence.queries.letters import letter_of
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.platform.access import require_officer

UNDO = timedelta(seconds=20)
LATEST = timedelta(days=366)
CONFIRMED_ABOVE = 20

State = OutgoingMail.State


class Unconfirmed(Refused):
    """It would leave if the sender said so knowingly; `questions` are sentences."""

    def __init__(self, questions: list[str]) -> None:
        super().__init__(" ".join(questions))
        self.questions = questions


@transaction.atomic
def send_draft(
    actor: Actor, draft: Draft, *, send_at: datetime | None = None, confirmed: bool = False
) -> OutgoingMail:
    """Put the draft as it stands into the outbox; it leaves in twenty seconds, or at `send_at`.

    Raises `Unconfirmed` for more than twenty receivers and for objections that want a yes, unless `confirmed`; `Refused`
    for everything that cannot leave, `NotOpen` for a draft that has left already.
    """
    require_officer(actor)
    current = held_open(actor, draft)
    sender = _sender(actor, current)
    now = timezone.now()
    due_at = max(now + UNDO, send_at or now)
    if due_at > now + LATEST:
        raise Refused(_("Mail can wait for at most a year."))
    letter, raw = _composed(current, sender, date=due_at)
    _ask(actor, current, letter, confirmed=confirmed)
    clear_by_sending(actor, current)
    _take_on(actor, current)
    return queue(actor, current, sender, letter, raw, due_at=due_at)


def _take_on(actor: Actor, draft: Draft) -> None:
    """Whoever replies answers for a conversation that nobody answered for."""
    if draft.answers is not None and draft.kind in {Draft.Kind.REPLY, Draft.Kind.REPLY_ALL} and actor.user:
        unowned = Thread.objects.filter(pk=draft.answers.thread_id, owner__isnull=True)
        unowned.update(owner=actor.user)


def _sender(actor: Actor, draft: Draft) -> SendingAddress:
    sender = addresses_for(actor).filter(pk=draft.from_address_id or 0).first()
    if sender is None and not addresses_for(actor).exists():
        raise Refused(
            _(
                "This desk has no sending address yet. Its head adds one in the settings, under “Sending mail”."
            )
        )
    if sender is None:
        raise Refused(_("Choose an address that you may send from."))
    return sender


def _composed(draft: Draft, sender: SendingAddress, *, date: datetime) -> tuple[Letter, bytes]:
    says_nothing = not draft.text.strip() and draft.kind != Draft.Kind.FORWARD
    if says_nothing and not draft.attachments.exists():
        raise Refused(_("Write a few words first."))
    try:
        letter = letter_of(draft, sender, message_id=new_message_id(sender.email), date=date)
        unread = [email for email in letter.receivers if reads_nothing(email)]
        if unread:
            raise Unsendable(
                _("Nobody reads what is sent to %(address)s. Take it out.") % {"address": unread[0]}
            )
        return letter, compose(letter)
    except (Unsendable, NotAReceiver) as refusal:
        raise Refused(str(refusal)) from refusal


def _ask(actor: Actor, draft: Draft, letter: Letter, *, confirmed: bool) -> None:
    raised = objections(actor, draft, letter)
    if final := dict.fromkeys(each.text for each in raised if each.final):
        raise Refused(" ".join(final))
    questions = list(dict.fromkeys(each.text for each in raised))
    if len(letter.receivers) > CONFIRMED_ABOVE:
        questions.insert(0, _("This mail goes to %(count)s receivers.") % {"count": len(letter.receivers)})
    if questions and not confirmed:
        raise Unconfirmed(questions)
