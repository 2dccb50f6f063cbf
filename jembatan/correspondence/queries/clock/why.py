"""Why a conversation is due when it is."""

from enum import StrEnum

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.visible import visible_messages


class Reason(StrEnum):
    """What set the clock."""

    AGREED = "agreed"
    PROMISED = "promised"
    USUAL = "usual"


def reason_of(actor: Actor, thread: Thread) -> Reason | None:
    """None where nothing is due."""
    if thread.due_at is None:
        return None
    if thread.deadline == thread.due_at:
        return Reason.AGREED
    promised = visible_messages(actor).filter(thread=thread, promised_by=thread.due_at)
    return Reason.PROMISED if promised.exists() else Reason.USUAL
