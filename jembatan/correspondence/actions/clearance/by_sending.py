"""Sending clears what the sender may clear; the outbox has asked before whether that is enough."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.steps import clear_step, let_lapse
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.clearance.path import path_of


def clear_by_sending(actor: Actor, draft: Draft) -> None:
    """Inside the transaction that sends the draft, which is locked."""
    path = path_of(draft)
    for standing in path.open:
        clear_step(actor, draft, standing, mark=path.fingerprint)
    let_lapse(draft, path_of(draft))
