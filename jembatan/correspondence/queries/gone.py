"""Mail that is no longer on the server that it was fetched from."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, Max, OuterRef

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import ServerCopy, ServerMove


def gone_from_server(actor: Actor, message_ids: Collection[int]) -> dict[int, datetime]:
    """Of these messages, since when; one query. What the desk has moved there itself is where the desk wants it."""
    copies = ServerCopy.objects.filter(message__desk=actor.desk, message__in=message_ids)
    there = ServerCopy.objects.filter(message=OuterRef("message"), gone_at__isnull=True)
    moved = ServerMove.objects.filter(message=OuterRef("message"), moved_at__isnull=False)
    left = copies.filter(~Exists(there), ~Exists(moved)).values_list("message").order_by()
    return dict(left.annotate(since=Max("gone_at")))
