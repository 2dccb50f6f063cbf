"""Giving a letter its number and the mail by which it leaves; withdrawing it."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_answer, start_mail
from jembatan.correspondence.actions.letters.enclosing import put_letter
from jembatan.correspondence.actions.letters.hold import held_unsent
from jembatan.correspondence.actions.numbering.reserve import reserve_number, void_number
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft, Message, ReservedNumber, Statement
from jembatan.correspondence.queries.formal_letters.receivers import address_of, message_answered
from jembatan.platform.access import require_officer, require_writer


@transaction.atomic
def finalise(actor: Actor, statement: Statement) -> Draft:
    """Reserve its number, date it, and put it into a draft mail, from where it is cleared and sent like any other.

    A letter that has its number already keeps it; whoever clears it thus reads what will leave. Raises `Refused` for a letter
    that says nothing, and where no number can be given.
    """
    require_writer(actor)
    current = held_unsent(actor, statement)
    if not current.letter.text.strip():
        raise Refused(_("Write the letter first."))
    if not current.number:
        current.number = reserve_number(actor, current, current.letter.series).text
        current.dated = timezone.localdate(timezone=ZoneInfo(actor.desk.time_zone))
        current.version += 1
        current.save(update_fields=["number", "dated", "version"])
    draft = _draft_of(actor, current)
    put_letter(actor, current)
    return draft


@transaction.atomic
def withdraw_letter(actor: Actor, statement: Statement, *, reason: str) -> Statement:
    """It does not leave. Its number, if it has one, is void with the reason, which only an officer may say.

    Raises `Refused` for one in the outbox or without a reason.
    """
    require_writer(actor)
    current = held_unsent(actor, statement)
    if not reason.strip():
        raise Refused(_("Say why it is withdrawn."))
    if number := ReservedNumber.objects.filter(statement=current).first():
        require_officer(actor)
        void_number(actor, number, reason=reason)
    current.state = Statement.State.WITHDRAWN
    current.outcome_reason = reason.strip()[:500]
    current.version += 1
    current.save(update_fields=["state", "outcome_reason", "version"])
    Draft.objects.filter(statement=current).update(state=Draft.State.DISCARDED)
    return current


def _draft_of(actor: Actor, statement: Statement) -> Draft:
    """The mail that has been begun for it, else a new one: a reply to the mail that brought what it answers."""
    begun = Draft.objects.select_for_update().filter(statement=statement).first()
    if begun is not None and begun.state == Draft.State.OPEN:
        return begun
    if begun is None:
        begun = _answer(actor, message_answered(actor, statement)) or start_mail(
            actor, to=address_of(statement)
        )
        begun.statement = statement
    begun.state = Draft.State.OPEN
    begun.subject = begun.subject if begun.answers else str(statement)
    begun.text = begun.text or _cover(statement)
    begun.version += 1
    begun.save(update_fields=["statement", "state", "subject", "text", "version"])
    return begun


def _answer(actor: Actor, message: Message | None) -> Draft | None:
    """A reply; None where there is nothing to reply to, or somebody writes another reply to it already."""
    if message is None:
        return None
    try:
        draft = start_answer(actor, message, kind=Draft.Kind.REPLY)
    except Refused:
        return None
    return draft if draft.statement_id is None and not draft.text.strip() else None


def _cover(statement: Statement) -> str:
    with translation.override(statement.letter.template.language):
        return _("Please find attached our letter %(number)s: %(title)s.") % {
            "number": statement.number,
            "title": statement.title,
        }
