"""Which addresses are ours, and what follows when the desk learns of another."""

from dataclasses import dataclass

from django.db import connection

from jembatan.accounts.models import Desk, Membership
from jembatan.correspondence.actions.restate import restate_ids
from jembatan.correspondence.models import Message, Recipient, Sender


@dataclass(frozen=True, slots=True)
class Ourselves:
    """The desk's own addresses and domains, and its members' addresses."""

    addresses: frozenset[str]
    domains: frozenset[str]

    def __contains__(self, email: str) -> bool:
        return email in self.addresses or email.rpartition("@")[2] in self.domains


def ourselves(desk: Desk) -> Ourselves:
    """As the desk is set up now."""
    members = Membership.objects.filter(desk=desk).values_list("user__email", flat=True)
    addresses = frozenset(address.lower() for address in [*desk.own_addresses, *members])
    return Ourselves(addresses, frozenset(domain.lower().lstrip("@") for domain in desk.own_domains))


def claim_mail(desk: Desk) -> int:
    """Count mail from addresses that have become ours as ours, with the turn that follows; returns how many messages."""
    us = ourselves(desk)
    others = Sender.objects.filter(desk=desk).exclude(state=Sender.State.OURS).values_list("pk", "email")
    claimed = [pk for pk, email in others.iterator() if email in us]
    if not claimed:
        return 0
    Sender.objects.filter(pk__in=claimed).update(state=Sender.State.OURS)
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, {"claimed": claimed})
        touched = cursor.fetchall()
    restate_ids(thread_id for (thread_id,) in touched)
    return len(touched)


CLAIM = f"""
    UPDATE {Message._meta.db_table} AS message
    SET ours = own.state = 'ours', internal = own.state = 'ours' AND NOT EXISTS (
        SELECT FROM {Recipient._meta.db_table} AS recipient JOIN {Sender._meta.db_table} AS receiver
        ON receiver.id = recipient.sender_id
        WHERE recipient.message_id = message.id AND recipient.field <> 'reply_to' AND receiver.state <> 'ours'
    )
    FROM {Sender._meta.db_table} AS own
    WHERE own.id = message.sender_id AND (
        message.sender_id = ANY(%(claimed)s)
        OR message.id IN (SELECT message_id FROM {Recipient._meta.db_table} WHERE sender_id = ANY(%(claimed)s))
    )
    RETURNING message.thread_id
"""
