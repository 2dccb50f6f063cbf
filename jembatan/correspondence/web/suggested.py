"""Deadlines that a message sets in its words: suggested on the message, never applied by themselves."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from django.utils.timezone import localtime

from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.models import Message, Thread
from jembatan.platform.dates.deadlines import find_deadlines

READ = 20_000
MOST = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`words` as they stand in the message; `sure` is false where they can mean another day."""

    at: datetime
    words: str
    sure: bool


def suggested_deadlines(thread: Thread, message: Message) -> list[Suggestion]:
    """What the message asks of the side whose turn it is; nothing of an earlier turn, and not what counts already."""
    if thread.done_at or not thread.turn_since or not message.sent_at or message.sent_at < thread.turn_since:
        return []
    asking = Thread.Turn.THEIRS if message.ours else Thread.Turn.OURS
    if thread.turn != asking or message.automatic or message.internal:
        return []
    text = split(message.text).reply[:READ]
    found = find_deadlines(text, now=_as_written(message.sent_at, message), language=message.language)
    moments: dict[datetime, Suggestion] = {}
    for each in found:
        words = " ".join(text[slice(*each.span)].split())
        moments.setdefault(each.at, Suggestion(each.at, words, each.sure))
    return [each for each in moments.values() if each.at != thread.deadline][:MOST]


def _as_written(sent_at: datetime, message: Message) -> datetime:
    """By the sender's clock, whose Friday it is; by ours where the sender names none."""
    if message.sent_offset is None:
        return localtime(sent_at)
    return sent_at.astimezone(timezone(timedelta(minutes=message.sent_offset)))
