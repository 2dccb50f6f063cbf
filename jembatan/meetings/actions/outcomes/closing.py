"""An action comes to its end, done or dropped, and is opened again where that was too early."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.outcomes.placing import checked_text, held_action
from jembatan.meetings.actions.outcomes.told import ACTION_CHANGED, CLOSED, tell_action
from jembatan.meetings.models import Action
from jembatan.meetings.queries.outcomes.standing import open_actions, visible_actions
from jembatan.platform.access import require_writer

State = Action.State


@transaction.atomic
def close_action(actor: Actor, action: Action) -> Action:
    """It is done; one that is closed stays as it is."""
    current = held_action(actor, action)
    return _close(actor, current, State.DONE, "") if current.is_open else current


@transaction.atomic
def drop_action(actor: Actor, action: Action, reason: str) -> Action:
    """Nobody will do it. Raises `ValidationError` without a reason."""
    current = held_action(actor, action)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why nobody will do it.")})
    return _close(actor, current, State.DROPPED, checked_text(reason)) if current.is_open else current


@transaction.atomic
def open_again(actor: Actor, action: Action) -> Action:
    """It is still to be done."""
    current = held_action(actor, action)
    if current.state == State.OPEN:
        return current
    current.state, current.reason, current.closed_at, current.closed_by = State.OPEN, "", None, None
    current.save(update_fields=["state", "reason", "closed_at", "closed_by"])
    tell_action(actor, current, ACTION_CHANGED)
    return current


@transaction.atomic
def close_several(actor: Actor, ids: Collection[int]) -> list[Action]:
    """Those of them that are open and seen are done."""
    require_writer(actor)
    return [
        close_action(actor, each) for each in open_actions(actor).filter(pk__in=ids).order_by("meeting", "pk")
    ]


@transaction.atomic
def open_several(actor: Actor, ids: Collection[int]) -> None:
    """The inverse of `close_several`."""
    require_writer(actor)
    for each in visible_actions(actor).filter(pk__in=ids).order_by("meeting", "pk"):
        open_again(actor, each)


def _close(actor: Actor, action: Action, state: State, reason: str) -> Action:
    action.state, action.reason = state, reason
    action.closed_at, action.closed_by = timezone.now(), actor.user
    action.save(update_fields=["state", "reason", "closed_at", "closed_by"])
    tell_action(actor, action, CLOSED)
    return action
