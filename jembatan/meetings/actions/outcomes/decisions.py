"""Decisions written down, worded anew, taken out and brought back, as long as the minutes are being written."""

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.outcomes.placing import (
    checked_item,
    checked_text,
    held_decision,
    held_meeting,
    next_position,
    place,
    require_writing,
)
from jembatan.meetings.actions.outcomes.told import DECIDED, DECISION_CHANGED, tell_decision
from jembatan.meetings.models import AgendaItem, Decision
from jembatan.meetings.queries.outcomes.standing import Sitting


@transaction.atomic
def write_decision(actor: Actor, sitting: Sitting, text: str, *, item: AgendaItem | None = None) -> Decision:
    """At the end. Raises `ValidationError` with a sentence."""
    held_meeting(actor, sitting.meeting)
    decision = place(Decision(text=checked_text(text)), sitting, item)
    decision.save()
    tell_decision(actor, decision, DECIDED)
    return decision


@transaction.atomic
def change_decision(actor: Actor, decision: Decision, text: str, *, item: AgendaItem | None) -> Decision:
    """In its place; the same again says nothing. Raises `ValidationError` with a sentence."""
    current = held_decision(actor, decision)
    words, before = checked_text(text), current.text
    if (words, item) != (before, current.agenda_item):
        require_writing(current)
        current.text, current.agenda_item = words, checked_item(current.meeting, item)
        current.save(update_fields=["text", "agenda_item"])
        if words != before:
            tell_decision(actor, current, DECISION_CHANGED, before=before)
    return current


@transaction.atomic
def take_out_decision(actor: Actor, decision: Decision) -> None:
    """It was not decided; `bring_back_decision` puts it at the end."""
    current = held_decision(actor, decision)
    if current.stands:
        require_writing(current)
        current.position = None
        current.save(update_fields=["position"])
        tell_decision(actor, current, DECISION_CHANGED)


@transaction.atomic
def bring_back_decision(actor: Actor, decision: Decision) -> None:
    """The inverse of `take_out_decision`."""
    current = held_decision(actor, decision)
    if not current.stands:
        require_writing(current)
        current.position = next_position(current)
        current.save(update_fields=["position"])
        tell_decision(actor, current, DECISION_CHANGED)
