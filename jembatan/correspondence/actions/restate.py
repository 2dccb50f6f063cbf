"""What a thread says of itself, brought up to date with its messages: subject, first, last, number, turn, and its clock."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple

from django.db import connection

from jembatan.correspondence.actions.clock.wind import wind_clocks
from jembatan.correspondence.models import Message, Thread
from jembatan.correspondence.turn import Utterance, turn_of

CHUNK = 2000
NEVER = datetime.max.replace(tzinfo=UTC)
COLUMNS = (
    "thread_id", "sent_at", "message_id", "subject", "ours", "automatic", "thanks", "asks", "settles", "holds",
    "internal",
)  # fmt: skip


class _Row(NamedTuple):
    thread_id: int
    sent_at: datetime | None
    message_id: str
    subject: str
    ours: bool
    automatic: bool
    thanks: bool
    asks: bool
    settles: bool
    holds: bool
    internal: bool


class _Statement(NamedTuple):
    thread_id: int
    subject: str
    turn: str
    turn_since: datetime | None
    first_at: datetime | None
    last_at: datetime | None
    message_count: int


def restate(threads: Iterable[Thread]) -> None:
    """Recompute these threads; one without messages keeps its subject and counts none."""
    restate_ids(thread.pk for thread in threads)


def restate_ids(thread_ids: Iterable[int]) -> None:
    """`restate` for any number of threads, in memory for 2,000 at a time."""
    ordered = sorted(set(thread_ids))
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        rows = Message.objects.filter(thread_id__among=chunk).values_list(*COLUMNS)
        by_thread = sorted((_Row(*row) for row in rows), key=_order)
        stated = {
            thread_id: _statement(thread_id, list(messages))
            for thread_id, messages in groupby(by_thread, key=lambda row: row.thread_id)
        }
        _write(stated.values())
        wind_clocks(stated)
        emptied = [thread_id for thread_id in chunk if thread_id not in stated]
        if emptied:
            Thread.objects.filter(pk__in=emptied).update(
                message_count=0,
                first_at=None,
                last_at=None,
                turn=Thread.Turn.NOBODYS,
                turn_since=None,
                due_at=None,
            )


def _order(row: _Row) -> tuple[int, datetime, str]:
    """Undated messages come last; equal moments are told apart by a name that does not depend on the order of filing."""
    return row.thread_id, row.sent_at or NEVER, row.message_id


def _statement(thread_id: int, messages: list[_Row]) -> _Statement:
    dates = [message.sent_at for message in messages if message.sent_at]
    turn, since = turn_of(map(_utterance, messages))
    subject = next((message.subject for message in messages if message.subject), "")
    last = max(dates, default=None)
    return _Statement(thread_id, subject, turn.value, since, min(dates, default=None), last, len(messages))


def _utterance(row: _Row) -> Utterance:
    return Utterance(
        row.sent_at,
        row.ours,
        automatic=row.automatic,
        thanks=row.thanks,
        asks=row.asks,
        internal=row.internal,
        settles=row.settles,
        holds=row.holds,
    )


def _write(statements: Iterable[_Statement]) -> None:
    columns = list(zip(*statements, strict=True))
    if not columns:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE {Thread._meta.db_table} AS thread
            SET subject = new.subject, turn = new.turn, turn_since = new.turn_since,
                first_at = new.first_at, last_at = new.last_at, message_count = new.message_count
            FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::timestamptz[], %s::timestamptz[], %s::timestamptz[],
                %s::int[]) AS new (id, subject, turn, turn_since, first_at, last_at, message_count)
            WHERE thread.id = new.id
            """,
            [list(column) for column in columns],
        )
