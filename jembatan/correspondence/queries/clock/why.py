"""Why a conversation is due when it is."""

from enum import StrEnum

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.read_back.standing import due_for_saying_back
from jembatan.correspondence.queries.visible import visible_messages


class Reason(StrEnum):
    """What set the clock."""

    AGREED = "agreed"
    PROMISED = "promised"
    SAID_BACK = "said back"
    USUAL = "usual"


def reason_of(actor: Actor, thread: Thread) -> Reason | None:
    """None where nothing is due."""
    if thread.due_at is None:
        return None
    if thread.deadline == thread.due_at:
        return Reason.AGREED
    promised = visible_messages(actor).filter(thread=thread, promised_by=thread.due_at)
    if promised.exists():
        return Reason.PROMISED
    if (
        thread.turn == Thread.Turn.THEIRS
        and due_for_saying_back(Thread.objects.filter(pk=thread.pk)).exists()
    ):
        return Reason.SAID_BACK
    return Reason.USUAL
