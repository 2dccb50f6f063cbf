"""The journal's lines about mail follow the conversation: into a dossier, out of it, up to a higher marking."""

from collections.abc import Iterable

from jembatan.accounts.models import Desk
from jembatan.correspondence.models import Message
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.journal.actions.placing import Place, place


def lines_follow(desk: Desk, thread_ids: Iterable[int]) -> None:
    """Call it inside the transaction that moved messages between these threads, or these threads between dossiers."""
    messages = Message.objects.filter(desk=desk, thread__in=set(thread_ids)).order_by()
    places = messages.values_list("pk", "thread__dossier_id", "thread__marking")
    place(desk, SOURCE, (Place(*row) for row in places.iterator()))
