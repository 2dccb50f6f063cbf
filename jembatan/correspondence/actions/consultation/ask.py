"""Asking somebody without an account."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.actions.consultation.posting import post
from jembatan.correspondence.actions.consultation.told import tell_asked
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.models import Consultation, Draft, Message
from jembatan.correspondence.queries.clearance.fingerprint import fingerprint
from jembatan.correspondence.queries.consultation.letters import asking
from jembatan.correspondence.queries.matters import Matter
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.directory.models import Person
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.directory.queries.visible import visible_people
from jembatan.platform.access import require_officer

LINK_LIVES_ON = timedelta(days=14)
LATEST = timedelta(days=366)
Wants = Consultation.Wants


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whom, for what, by when; `passage` is all of the matter that they get to read."""

    to: Address
    wants: Consultation.Wants
    text: str
    passage: str = ""
    due_at: datetime


@transaction.atomic
def ask_about_message(
    actor: Actor, message: Message, question: Question, *, confirmed: bool = False
) -> Consultation:
    """Below this message of a conversation. Raises `Refused`, `Unconfirmed`, and `DoesNotExist` for one the actor cannot see."""
    require_officer(actor)
    below = Consultation(message=visible_messages(actor).get(pk=message.pk))
    return _ask(actor, question, below, confirmed=confirmed)


@transaction.atomic
def ask_about_draft(
    actor: Actor, draft: Draft, question: Question, *, confirmed: bool = False
) -> Consultation:
    """About a mail that is being written. Raises `Refused`, `Unconfirmed`, `NotOpen`."""
    require_officer(actor)
    current = held_open(actor, draft)
    whole = Consultation(message=current.answers, draft=current, fingerprint=_fingerprint(question, current))
    return _ask(actor, question, whole, confirmed=confirmed)


@transaction.atomic
def ask_about_record(
    actor: Actor, matter: Matter, record_id: int, question: Question, *, confirmed: bool = False
) -> Consultation:
    """About a record of a room above. Raises `Refused`, `Unconfirmed`, `DoesNotExist`."""
    require_officer(actor)
    matter.visible(actor).get(pk=record_id)
    about = Consultation(matter_kind=matter.kind, matter_id=record_id)
    return _ask(actor, question, about, confirmed=confirmed)


def _ask(actor: Actor, question: Question, consultation: Consultation, *, confirmed: bool) -> Consultation:
    """`consultation` says what it is about, and nothing else yet."""
    if actor.user is None:
        raise Refused(_("Only a member of the desk can ask."))
    _check(question)
    person = _person(actor, question.to)
    consultation.desk, consultation.asked_by = actor.desk, actor.user
    consultation.person = person
    consultation.name = person.full_name if person else question.to.name
    consultation.email = question.to.email
    consultation.language = _language(actor, question.to, person)
    consultation.wants = question.wants
    consultation.question, consultation.passage = question.text.strip(), question.passage.strip()
    consultation.due_at = question.due_at
    consultation.open_until = (question.due_at + LINK_LIVES_ON).replace(microsecond=0)
    consultation.save()
    post(actor, consultation, asking(consultation), confirmed=confirmed)
    tell_asked(actor, consultation)
    return consultation


def _check(question: Question) -> None:
    if not question.text.strip():
        raise Refused(_("Write what you want to know."))
    now = timezone.now()
    if not now < question.due_at < now + LATEST:
        raise Refused(_("Choose a moment within the next year."))


def _person(actor: Actor, to: Address) -> Person | None:
    known = parties_by_email(actor.desk, [to.email])[to.email]
    return visible_people(actor).filter(pk=known.person_id or 0).first()


def _language(actor: Actor, to: Address, person: Person | None) -> str:
    """Theirs as far as the house speaks it, else the desk's."""
    spoken = dict(settings.LANGUAGES)
    member = User.objects.filter(email=to.email, memberships__desk=actor.desk).first()
    theirs = [*([member.language] if member else []), *(person.languages if person else [])]
    return next((each[:2] for each in theirs if each[:2] in spoken), actor.desk.language)


def _fingerprint(question: Question, draft: Draft) -> str:
    """A clearance of less than the whole text clears no mail."""
    if question.wants != Wants.CLEARANCE:
        return ""
    whole = question.passage.replace("\r\n", "\n").strip() == draft.text.replace("\r\n", "\n").strip()
    return fingerprint(draft) if whole else ""
