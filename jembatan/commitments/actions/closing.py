"""A promise is kept or withdrawn, and opened again where that was too early."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.record import held
from jembatan.commitments.actions.reminding import forget_reminders
from jembatan.commitments.actions.told import CHANGED, KEPT, WITHDRAWN, tell
from jembatan.commitments.models import Commitment
from jembatan.commitments.queries.visible import open_commitments, visible_commitments
from jembatan.platform.access import require_writer

State = Commitment.State


@transaction.atomic
def keep(actor: Actor, commitment: Commitment) -> Commitment:
    """It is kept; one that is closed stays as it is."""
    current = held(actor, commitment)
    return _close(actor, current, State.KEPT, "") if current.is_open else current


@transaction.atomic
def withdraw(actor: Actor, commitment: Commitment, reason: str) -> Commitment:
    """Nobody owes it any more. Raises `ValidationError` without a reason."""
    current, words = held(actor, commitment), " ".join(reason.replace("\x00", "").split())
    if not words:
        raise ValidationError({"reason": _("Say why nobody owes it any more.")})
    return _close(actor, current, State.WITHDRAWN, words) if current.is_open else current


@transaction.atomic
def open_again(actor: Actor, commitment: Commitment) -> Commitment:
    """It is still owed."""
    current = held(actor, commitment)
    if current.is_open:
        return current
    current.state, current.reason, current.closed_at, current.closed_by = State.OPEN, "", None, None
    current.save(update_fields=["state", "reason", "closed_at", "closed_by"])
    tell(actor, current, CHANGED)
    return current


@transaction.atomic
def keep_several(actor: Actor, ids: Collection[int]) -> list[Commitment]:
    """Those of them that are open and seen are kept."""
    require_writer(actor)
    return [keep(actor, each) for each in open_commitments(actor).filter(pk__in=ids).order_by("pk")]


@transaction.atomic
def open_several(actor: Actor, ids: Collection[int]) -> None:
    """The inverse of `keep_several`."""
    require_writer(actor)
    for each in visible_commitments(actor).filter(pk__in=ids).order_by("pk"):
        open_again(actor, each)


def _close(actor: Actor, commitment: Commitment, state: State, reason: str) -> Commitment:
    commitment.state, commitment.reason = state, reason
    commitment.closed_at, commitment.closed_by = timezone.now(), actor.user
    commitment.save(update_fields=["state", "reason", "closed_at", "closed_by"])
    forget_reminders(commitment)
    tell(actor, commitment, KEPT if state == State.KEPT else WITHDRAWN, detail=reason)
    return commitment
