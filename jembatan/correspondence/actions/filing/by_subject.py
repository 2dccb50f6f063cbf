"""Replies that name no message: they join a conversation by subject and people, never by subject alone.

A reply belongs to a message of the same base subject if its author received that message and its author receives the reply,
within thirty days. Both directions are asked for, so that a stranger who quotes a subject starts a thread of his own. The
rule looks at two messages only; that makes the threads independent of the order in which mail is filed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product

from django.db.models import Q

from jembatan.accounts.models import Desk
from jembatan.accounts.queries.ourselves import Ourselves
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.models import Message, Recipient

WINDOW = timedelta(days=30)
US = "us"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A message with what the rule looks at; `thread_id` and `pk` only for one that is filed already."""

    message_id: str
    subject_key: int
    unreferenced_reply: bool
    sent_at: datetime | None
    author: str
    receivers: frozenset[str]
    pk: int | None = None
    thread_id: int | None = None


def matches(reply: Candidate, earlier: Candidate) -> bool:
    """Whether `reply` answers `earlier` as far as subject, people and time can tell."""
    if not reply.unreferenced_reply or not (reply.sent_at and earlier.sent_at):
        return False
    return (
        reply.message_id != earlier.message_id
        and reply.subject_key == earlier.subject_key
        and earlier.sent_at <= reply.sent_at <= earlier.sent_at + WINDOW
        and reply.author in earlier.receivers
        and earlier.author in reply.receivers
    )


def pairs(desk: Desk, us: Ourselves, readings: Iterable[Reading]) -> Iterator[tuple[Candidate, Candidate]]:
    """Every (reply, earlier message) of which at least one is new."""
    fresh = [_of_reading(reading, us) for reading in readings if reading.subject_key]
    by_key: dict[int, list[Candidate]] = {}
    for candidate in [*fresh, *_filed(desk, us, fresh)]:
        by_key.setdefault(candidate.subject_key, []).append(candidate)
    for group in by_key.values():
        replies = [candidate for candidate in group if candidate.unreferenced_reply]
        yield from (
            pair for pair in product(replies, group) if None in {pair[0].pk, pair[1].pk} and matches(*pair)
        )


def _of_reading(reading: Reading, us: Ourselves) -> Candidate:
    receivers = (address.email for field, address in reading.recipients if field != Recipient.Field.BCC)
    return Candidate(
        message_id=reading.message_id,
        subject_key=reading.subject_key,
        unreferenced_reply=reading.unreferenced_reply,
        sent_at=reading.sent_at,
        author=_participant(reading.sender.email, us),
        receivers=frozenset(_participant(email, us) for email in receivers),
    )


def _filed(desk: Desk, us: Ourselves, fresh: list[Candidate]) -> list[Candidate]:
    """Filed messages that a new reply may answer, and filed replies that may answer a new message."""
    dates = [candidate.sent_at for candidate in fresh if candidate.sent_at]
    if not dates:
        return []
    asked_for = {candidate.subject_key for candidate in fresh if candidate.unreferenced_reply}
    answered = {candidate.subject_key for candidate in fresh}
    rows = list(
        Message.objects.filter(desk=desk, sent_at__range=(min(dates) - WINDOW, max(dates) + WINDOW))
        .filter(Q(subject_key__among=asked_for) | Q(subject_key__among=answered, unreferenced_reply=True))
        .values_list(
            "pk", "thread_id", "message_id", "subject_key", "unreferenced_reply", "sent_at", "from_email"
        )
    )
    receivers = _receivers([row[0] for row in rows], us)
    return [
        Candidate(
            message_id,
            key,
            is_reply,
            sent_at,
            _participant(author, us),
            frozenset(receivers.get(pk, ())),
            pk,
            thread_id,
        )
        for pk, thread_id, message_id, key, is_reply, sent_at, author in rows
    ]


def _receivers(message_ids: list[int], us: Ourselves) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    if message_ids:
        fields = (Recipient.Field.TO, Recipient.Field.CC, Recipient.Field.REPLY_TO)
        received = Recipient.objects.filter(message_id__among=message_ids, field__in=fields)
        for pk, email in received.values_list("message_id", "email"):
            found.setdefault(pk, set()).add(_participant(email, us))
    return found


def _participant(email: str, us: Ourselves) -> str:
    """We are one participant: a colleague answers for the shared mailbox."""
    return US if email in us else email
