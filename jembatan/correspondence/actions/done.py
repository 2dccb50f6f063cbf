"""Closing a conversation for the whole desk, and opening it again."""

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.hold import held
from jembatan.correspondence.actions.incoming.moves import wish_to_move
from jembatan.correspondence.models import Thread
from jembatan.platform.access import require_officer


@transaction.atomic
def close(actor: Actor, thread: Thread) -> Thread:
    """It leaves the inbox until somebody writes again; closing it twice changes nothing."""
    require_officer(actor)
    thread = held(actor, thread)
    if thread.done_at is None:
        thread.done_at = timezone.now()
        thread.save(update_fields=["done_at"])
        wish_to_move(thread)
    return thread


@transaction.atomic
def reopen(actor: Actor, thread: Thread) -> Thread:
    """It is back in the inbox."""
    require_officer(actor)
    thread = held(actor, thread)
    thread.done_at = None
    thread.save(update_fields=["done_at"])
    return thread
