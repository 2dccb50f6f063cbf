"""Sending a draft: the one way by which mail gets into the outbox, and taking it back while it still waits there."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.by_sending import clear_by_sending
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.actions.lines.use import record_said
from jembatan.correspondence.actions.outbox.checks import objections
from jembatan.correspondence.actions.read_back.ask import ask_to_say_back
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.events import MailQueued
from jembatan.correspondence.formats.answering import reads_nothing
from jembatan.correspondence.formats.outgoing import Letter, Unsendable, compose, new_message_id
from jembatan.correspondence.formats.receivers import NotAReceiver
from jembatan.correspondence.models import Draft, OutgoingMail, OutgoingReceiver, SendingAddress
from jembatan.correspondence.queries.letters import letter_of
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.store import keep

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
    letter, raw = _composed(actor, current, sender, date=due_at)
    _ask(actor, current, letter, confirmed=confirmed)
    clear_by_sending(actor, current)
    mail = _queued(actor, current, sender, letter, keep(raw), due_at=due_at)
    record_said(actor, current, mail, letter)
    announce(MailQueued(mail.pk, due_at))
    return mail


def _queued(
    actor: Actor, draft: Draft, sender: SendingAddress, letter: Letter, raw: StoredFile, *, due_at: datetime
) -> OutgoingMail:
    mail = OutgoingMail.objects.create(
        desk=actor.desk,
        draft=draft,
        from_address=sender,
        message_id=letter.message_id,
        subject=letter.subject,
        raw=raw,
        queued_by=actor.user,
        due_at=due_at,
    )
    OutgoingReceiver.objects.bulk_create(_receivers(mail, letter))
    draft.state = Draft.State.QUEUED
    draft.save(update_fields=["state"])
    return mail


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


def _composed(actor: Actor, draft: Draft, sender: SendingAddress, *, date: datetime) -> tuple[Letter, bytes]:
    says_nothing = not draft.text.strip() and draft.kind != Draft.Kind.FORWARD
    if says_nothing and not draft.attachments.exists():
        raise Refused(_("Write a few words first."))
    try:
        name = new_message_id(sender.email)
        foot = ask_to_say_back(actor, draft, message_id=name, leaves_at=date) if draft.read_back else ""
        letter = letter_of(draft, sender, message_id=name, date=date, foot=foot)
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


def _receivers(mail: OutgoingMail, letter: Letter) -> list[OutgoingReceiver]:
    """Each address once, by the first field that names it."""
    found: dict[str, OutgoingReceiver] = {}
    for field, addresses in (("to", letter.to), ("cc", letter.cc), ("bcc", letter.bcc)):
        for name, email in addresses:
            found.setdefault(email, OutgoingReceiver(mail=mail, field=field, name=name, email=email))
    return list(found.values())
