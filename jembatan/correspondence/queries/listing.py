"""`jembatan list threads`: plain rows, the most recently active first."""

from typing import Any

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.inbox import LATEST_FIRST
from jembatan.correspondence.queries.rows import rows_of
from jembatan.correspondence.queries.visible import visible_threads


def list_threads(actor: Actor, limit: int, *, turn: str = "") -> list[dict[str, Any]]:
    """id, name (the subject), who, organisation, turn, since, messages, last_active; closed ones too, unless a turn is chosen."""
    threads = visible_threads(actor)
    if turn:
        threads = threads.filter(done_at__isnull=True, turn=turn)
    rows = rows_of(actor, threads.order_by(*LATEST_FIRST), limit=limit)
    return [
        {
            "id": row.thread.pk,
            "name": row.thread.subject,
            "who": row.who.name if row.who else "",
            "organisation": row.who.organisation.name if row.who and row.who.organisation else "",
            "turn": row.thread.turn,
            "since": row.thread.turn_since,
            "messages": row.thread.message_count,
            "last_active": row.thread.last_at,
        }
        for row in rows
    ]
