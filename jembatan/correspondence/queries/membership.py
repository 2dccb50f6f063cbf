"""Which messages stand in which thread, by their Message-IDs."""

from itertools import groupby
from typing import Any

from django.db.models import F

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.visible import visible_messages


def threads_by_message_id(actor: Actor) -> list[dict[str, Any]]:
    """`{thread, messages: [message-id…], turn}` of every thread that the actor may see; messages from the oldest on."""
    rows = (
        visible_messages(actor)
        .order_by("thread_id", F("sent_at").asc(nulls_last=True), "message_id")
        .values_list("thread_id", "thread__turn", "message_id")
    )
    return [
        {"thread": thread_id, "messages": [message_id for *_rest, message_id in messages], "turn": turn}
        for (thread_id, turn), messages in groupby(rows.iterator(), key=lambda row: (row[0], row[1]))
    ]
