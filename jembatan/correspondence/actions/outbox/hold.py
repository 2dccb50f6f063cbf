"""Taking hold of a mail of the outbox: by a person who changes it, and by the one worker that sends it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.correspondence.queries.outbox import visible_outgoing

OUTBOX = 0x4A42 << 44  # tells these locks from others; ids fill the bits below


def held_mail(actor: Actor, mail: OutgoingMail) -> OutgoingMail:
    """The mail as it stands now, locked until the transaction ends; `DoesNotExist` if the actor cannot see it."""
    return visible_outgoing(actor).select_for_update(of=("self",)).get(pk=mail.pk)


@contextmanager
def alone_with(mail_id: int) -> Iterator[bool]:
    """Whether this process alone works on the mail during the block.

    PostgreSQL keeps the lock for the session, not for a transaction, and drops it the moment the session ends: whoever gets
    it knows that no other process is talking to a mail server about this mail, and that one which was has been killed.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [OUTBOX | mail_id])
        (alone,) = cursor.fetchone()
    try:
        yield bool(alone)
    finally:
        if alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [OUTBOX | mail_id])
