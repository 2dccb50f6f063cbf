"""Clearing a draft, and giving it back with a comment."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.access import may_clear_step
from jembatan.correspondence.actions.clearance.hold import held_request
from jembatan.correspondence.actions.clearance.steps import ask_next, clear_step, let_lapse
from jembatan.correspondence.actions.clearance.told import tell_cleared
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.clearance import Step
from jembatan.correspondence.models import Clearance, Clearer
from jembatan.correspondence.queries.clearance.path import Standing, path_of


class ChangedMeanwhile(Refused):
    """It is not what the clearer has read."""


@transaction.atomic
def clear(actor: Actor, clearance: Clearance, *, read: str) -> Clearance:
    """Agree to the draft with the fingerprint `read`, and ask whoever comes next; one line of the journal.

    What the clearer may clear beyond this step is cleared with it. Raises `Decided`, `ChangedMeanwhile`, `PermissionDenied`.
    """
    current = held_request(actor, clearance)
    _require_clearer(actor, current)
    draft = current.draft
    path = path_of(draft)
    if path.fingerprint != read:
        raise ChangedMeanwhile(_("The mail has changed since you opened this page. Read it once more."))
    step = Step(Clearer(current.clearer), current.member_id)
    cleared = clear_step(actor, draft, Standing(step, current, False, current.writer_id), mark=read)
    for standing in path_of(draft).open:
        if not standing.may_be_cleared_by(actor):
            break
        clear_step(actor, draft, standing, mark=read)
    path = path_of(draft)
    let_lapse(draft, path)
    ask_next(draft, path, asked_by=cleared.asked_by)
    tell_cleared(actor, draft)
    return cleared


@transaction.atomic
def give_back(actor: Actor, clearance: Clearance, *, comment: str) -> Clearance:
    """Not like this: the writer reads why. Raises `Refused` without a comment, `Decided`, `PermissionDenied`."""
    current = held_request(actor, clearance)
    _require_clearer(actor, current)
    if not comment.strip():
        raise Refused(_("Say what has to change."))
    current.state = Clearance.State.RETURNED
    current.comment = comment.strip()
    current.decided_by, current.decided_at = actor.user, timezone.now()
    current.by_head = actor.may_clear
    current.save(update_fields=["state", "comment", "decided_by", "decided_at", "by_head"])
    return current


def _require_clearer(actor: Actor, clearance: Clearance) -> None:
    allowed = may_clear_step(
        actor, clearer=clearance.clearer, member=clearance.member_id, writers=clearance.writers
    )
    if not allowed:
        raise PermissionDenied(_("Somebody else is asked to clear this mail."))
