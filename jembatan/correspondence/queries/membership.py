"""Which messages stand in which thread, by their Message-IDs."""

from itertools import groupby
from typing import Any

from django.db.models import F

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.visible import visible_messages


def threads_by_message_id(actor: Actor, *, turn: str = "") -> list[dict[str, Any]]:
    """`{thread, messages: [message-id…], turn}` of every thread that the actor may see; messages from the oldest on.

    With a turn, of the open ones alone in which it is that side's.
    """
    messages = visible_messages(actor)
    if turn:
        messages = messages.filter(thread__done_at__isnull=True, thread__turn=turn)
    rows = messages.order_by("thread_id", F("sent_at").asc(nulls_last=True), "message_id").values_list(
        "thread_id", "thread__turn", "message_id"
    )
    return [
        {"thread": thread_id, "messages": [message_id for *_rest, message_id in messages], "turn": turn}
        for (thread_id, turn), messages in groupby(rows.iterator(), key=lambda row: (row[0], row[1]))
    ]
