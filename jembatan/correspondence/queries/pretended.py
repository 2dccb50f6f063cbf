"""Mail that says it is from one of us and that none of us sent, as far as its header tells."""

from collections.abc import Mapping

from jembatan.accounts.models import Desk
from jembatan.accounts.queries.ourselves import Ourselves
from jembatan.correspondence.formats.arrival import came_from_outside
from jembatan.correspondence.models import OutgoingMail


def pretending(
    desk: Desk, us: Ourselves, heads: Mapping[str, str], *, arrived_at: str = ""
) -> frozenset[str]:
    """Of mail from our addresses, by Message-ID with its header; one query where any is doubted, none elsewhere.

    What left by our outbox is ours for certain. `arrived_at` as for `came_from_outside`.
    """
    domains = us.domains | {address.rpartition("@")[2] for address in us.addresses}
    doubted = {
        name
        for name, head in heads.items()
        if came_from_outside(head, domains=domains, arrived_at=arrived_at)
    }
    if not doubted:
        return frozenset()
    left = OutgoingMail.objects.filter(desk=desk, message_id__in=doubted)
    return frozenset(doubted.difference(left.values_list("message_id", flat=True)))
