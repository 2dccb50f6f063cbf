"""Asking for clearance, and taking the question back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.hold import held_request
from jembatan.correspondence.actions.clearance.steps import ask_next, clear_step, let_lapse
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Clearance, Draft
from jembatan.correspondence.queries.clearance.path import path_of
from jembatan.platform.access import require_writer


@transaction.atomic
def ask_clearance(actor: Actor, draft: Draft) -> Clearance:
    """Ask whoever comes next on the draft's way out; what the actor may clear before that is cleared by asking.

    Raises `Refused` where nothing is missing or the question waits already, `NotOpen`.
    """
    require_writer(actor)
    current = held_open(actor, draft)
    path = path_of(current)
    let_lapse(current, path)
    for standing in path.open:
        if not standing.may_be_cleared_by(actor):
            break
        clear_step(actor, current, standing, mark=path.fingerprint)
    path = path_of(current)
    if not path.open:
        raise Refused(_("Nothing is missing: this mail may be sent."))
    if path.open[0].asked:
        raise Refused(_("The clearance of this mail has been asked for already."))
    asked = ask_next(current, path, asked_by=actor.user)
    if asked is None:
        raise Refused(_("Ask %(address)s first.") % {"address": path.open[0].step.address})
    return asked


@transaction.atomic
def withdraw_question(actor: Actor, clearance: Clearance) -> Clearance:
    """Nobody is asked any more. Raises `Refused` once it is decided, and for those who have nothing to do with it."""
    require_writer(actor)
    current = held_request(actor, clearance)
    mine = actor.user is not None and actor.user.pk in {current.asked_by_id, current.writer_id}
    if not mine and not actor.may_clear:
        raise Refused(_("Only whoever asked, whoever wrote it and the head can withdraw this."))
    current.state = Clearance.State.WITHDRAWN
    current.decided_by, current.decided_at = actor.user, timezone.now()
    current.save(update_fields=["state", "decided_by", "decided_at"])
    return current
