"""How mail stands on the server that it was fetched from."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Count, Exists, Max, OuterRef, Q

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import ServerCopy, ServerMove


@dataclass(frozen=True, slots=True)
class OnServer:
    """Since when it is no longer there, when it was found to be marked as answered, and whether somebody has flagged it."""

    gone_at: datetime | None
    answered_at: datetime | None
    flagged: bool


def on_server(actor: Actor, message_ids: Collection[int]) -> dict[int, OnServer]:
    """Of these messages; one query. What the desk has moved there itself is where the desk wants it."""
    copies = ServerCopy.objects.filter(message__desk=actor.desk, message__in=message_ids)
    moved = ServerMove.objects.filter(message=OuterRef("message"), moved_at__isnull=False)
    there = Q(gone_at__isnull=True)
    found = (
        copies.values("message")
        .order_by()
        .annotate(
            moved=Exists(moved),
            there=Count("pk", filter=there),
            left_at=Max("gone_at"),
            answered=Max("answered_at"),
            any_flagged=BoolOr("flagged", filter=there),
        )
    )
    return {
        int(each["message"]): OnServer(
            gone_at=None if each["there"] or each["moved"] else each["left_at"],
            answered_at=each["answered"],
            flagged=bool(each["any_flagged"]),
        )
        for each in found
    }
