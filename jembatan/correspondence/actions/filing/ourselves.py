"""What follows for mail when the desk learns of another address of its own."""

from collections.abc import Set

from django.db import connection
from django.db.models import QuerySet

from jembatan.accounts.events import OurAddressesChanged
from jembatan.accounts.models import Desk
from jembatan.accounts.queries.ourselves import Ourselves, ourselves
from jembatan.correspondence.actions.restate import restate_ids
from jembatan.correspondence.models import Message, Recipient, Sender
from jembatan.correspondence.queries.pretended import pretending

CHUNK = 500


def follow_addresses(event: OurAddressesChanged) -> None:
    """Listens: existing mail is counted by the addresses of today."""
    claim_mail(event.desk)
    if event.released:
        release_mail(event.desk, frozenset(event.released))


def claim_mail(desk: Desk) -> int:
    """Count mail from addresses that have become ours as ours, with the turn that follows; returns how many messages."""
    us = ourselves(desk)
    others = Sender.objects.filter(desk=desk).exclude(state=Sender.State.OURS).values_list("pk", "email")
    return claim_senders(desk, us, [pk for pk, email in others.iterator() if email in us])


def claim_senders(desk: Desk, us: Ourselves, claimed: list[int]) -> int:
    """The same for these senders, who are ours."""
    if not claimed:
        return 0
    Sender.objects.filter(pk__in=claimed).update(state=Sender.State.OURS)
    _doubt(desk, us, Message.objects.filter(sender__in=claimed, ours=False))
    return _recount(claimed)


def release_mail(desk: Desk, released: Set[str]) -> int:
    """Count mail from these addresses and domains ("@lama.example") as theirs again; returns how many messages.

    What is ours for another reason stays so: a member's address, or one of our domain. Whoever the directory does not know
    waits in the screener, as if the mail came in today.
    """
    us = ourselves(desk)
    ours = Sender.objects.filter(desk=desk, state=Sender.State.OURS).values_list("pk", "email", "person_id")
    gone = [
        (pk, person_id)
        for pk, email, person_id in ours.iterator()
        if email not in us and released & {email, "@" + email.rpartition("@")[2]}
    ]
    known = [pk for pk, person_id in gone if person_id]
    waiting = [pk for pk, person_id in gone if not person_id]
    Sender.objects.filter(pk__in=known).update(state=Sender.State.KNOWN)
    Sender.objects.filter(pk__in=waiting).update(state=Sender.State.WAITING)
    return _recount([*known, *waiting])


def doubt_old_mail(desk: Desk) -> int:
    """Look again at mail that counts as ours for whether it only pretends to be; returns how many messages do."""
    touched = _doubt(desk, ourselves(desk), Message.objects.filter(desk=desk, ours=True))
    restate_ids(touched)
    return len(touched)


def _doubt(desk: Desk, us: Ourselves, messages: QuerySet[Message]) -> list[int]:
    """Mark those that pretend; the conversation of each. In memory for a few hundred headers at a time."""
    threads: list[int] = []
    traced = messages.filter(head__iregex=r"(^|\n)(authentication-results|received)\s*:").order_by("pk")
    last = 0
    traced = traced.filter(vouch__isnull=True)  # a head's word counts for more than a header
    while chunk := list(traced.filter(pk__gt=last).values_list("pk", "message_id", "head")[:CHUNK]):
        last = chunk[-1][0]
        found = pretending(desk, us, {name: head for _pk, name, head in chunk})
        marked = Message.objects.filter(desk=desk, message_id__in=found)
        threads += marked.values_list("thread_id", flat=True)
        marked.update(ours=False, internal=False, pretends=True)
    return threads


def _recount(sender_ids: list[int]) -> int:
    """Say anew of every message from or to these senders whether it is ours, and of its thread whose turn it is."""
    if not sender_ids:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(RECOUNT, {"changed": sender_ids})
        touched = cursor.fetchall()
    restate_ids(thread_id for (thread_id,) in touched)
    return len(touched)


RECOUNT = f"""
    UPDATE {Message._meta.db_table} AS message
    SET ours = own.state = 'ours' AND NOT message.pretends, pretends = own.state = 'ours' AND message.pretends,
        internal = own.state = 'ours' AND NOT message.pretends AND NOT EXISTS (
        SELECT FROM {Recipient._meta.db_table} AS recipient JOIN {Sender._meta.db_table} AS receiver
        ON receiver.id = recipient.sender_id
        WHERE recipient.message_id = message.id AND recipient.field <> 'reply_to' AND receiver.state <> 'ours'
    )
    FROM {Sender._meta.db_table} AS own
    WHERE own.id = message.sender_id AND (
        message.sender_id = ANY(%(changed)s)
        OR message.id IN (SELECT message_id FROM {Recipient._meta.db_table} WHERE sender_id = ANY(%(changed)s))
    )
    RETURNING message.thread_id
"""
