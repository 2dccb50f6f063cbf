"""Somebody outside who is asked, and the link that they are sent."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.consultation.ask import Question, ask_about_draft, ask_about_message
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.models import Consultation, Draft, Message
from jembatan.correspondence.queries.consultation.link import PURPOSE
from jembatan.platform.links import LinkTo, signed

LEGAL = Address("Biro Hukum", "hukum@laut.example")
Wants = Consultation.Wants


def question(**facts: Any) -> Question:
    """A contribution of the legal department, within five days."""
    values: dict[str, Any] = {
        "to": LEGAL,
        "wants": Wants.CONTRIBUTION,
        "text": "Apakah pasal 4 cukup?",
        "passage": "Pasal 4 berlaku.",
        "due_at": timezone.now() + timedelta(days=5),
    }
    return Question(**values | facts)


def asked_below(actor: Actor, message: Message, **facts: Any) -> Consultation:
    """Below a message."""
    return ask_about_message(actor, message, question(**facts), confirmed=True)


def asked_about(actor: Actor, draft: Draft, **facts: Any) -> Consultation:
    """A clearance of the whole draft, unless said otherwise."""
    values = {"wants": Wants.CLEARANCE, "passage": draft.text} | facts
    return ask_about_draft(actor, draft, question(**values), confirmed=True)


def link_to(consultation: Consultation, *, until: datetime | None = None, issue: int | None = None) -> LinkTo:
    """The link that they hold."""
    return LinkTo(consultation.pk, issue or consultation.issue, until or consultation.open_until)


def page_of(consultation: Consultation, **facts: Any) -> str:
    """Its path."""
    return f"/answers/{signed(PURPOSE, link_to(consultation, **facts))}/"


def long_ago(consultation: Consultation, **ago: float) -> None:
    """Asked, due and over, all of it that long ago."""
    by = timedelta(**ago)
    Consultation.objects.filter(pk=consultation.pk).update(
        asked_at=consultation.asked_at - by,
        due_at=consultation.due_at - by,
        open_until=consultation.open_until - by,
    )
    consultation.refresh_from_db()
