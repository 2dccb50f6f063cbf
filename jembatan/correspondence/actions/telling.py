"""What open pages are told of: the inbox shows threads, and a conversation is one."""

from collections.abc import Collection

from jembatan.accounts.models import Desk, User
from jembatan.platform.live.news import tell

TOPIC = "threads"


def tell_threads(desk: Desk, ids: Collection[int], *, by: User | None = None) -> None:
    """These threads will have changed when the transaction is committed."""
    if ids:
        tell(desk.pk, TOPIC, ids, by=by.pk if by else None)
