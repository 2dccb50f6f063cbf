"""Mail that says it is from one of us and that none of us sent, as far as its header tells."""

from collections.abc import Sequence

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.formats.arrival import came_from_outside
from jembatan.correspondence.models import Message, OutgoingMail
from jembatan.correspondence.queries.visible import visible_messages


def pretended(actor: Actor, messages: Sequence[Message]) -> set[int]:
    """Of these messages; two queries where any of them is ours, none elsewhere. What left by our outbox is ours for certain."""
    ours = {message.pk: message.message_id for message in messages if message.ours}
    if not ours:
        return set()
    left = OutgoingMail.objects.filter(desk=actor.desk, message_id__in=ours.values())
    sent = set(left.values_list("message_id", flat=True))
    asked = [pk for pk, name in ours.items() if name not in sent]
    heads = visible_messages(actor).filter(pk__in=asked).values_list("pk", "head")
    domains = _domains(actor.desk)
    return {pk for pk, head in heads if came_from_outside(head, domains=domains)}


def _domains(desk: Desk) -> frozenset[str]:
    named = [*desk.own_domains, *(address.rpartition("@")[2] for address in desk.own_addresses)]
    return frozenset(domain.lstrip("@").lower() for domain in named if domain.strip("@"))
