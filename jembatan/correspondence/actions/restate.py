"""What a thread says of itself, brought up to date with its messages: subject, first, last, number, turn, and its clock."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple

from django.db import connection

from jembatan.correspondence.actions.clock.wind import wind_clocks
from jembatan.correspondence.models import Message, Thread
from jembatan.correspondence.queries.read_back.standing import Standing, standing_among
from jembatan.correspondence.turn import Utterance, turn_of

CHUNK = 2000
NEVER = datetime.max.replace(tzinfo=UTC)
COLUMNS = (
    "thread_id", "sent_at", "message_id", "subject", "ours", "automatic", "thanks", "asks", "settles", "holds",
    "internal", "pretends",
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
    pretends: bool


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
        said_back = _said_back(chunk)
        stated = {
            thread_id: _statement(thread_id, list(messages), said_back)
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


def _statement(thread_id: int, messages: list[_Row], said_back: Mapping[str, Standing]) -> _Statement:
    asked = [said_back[row.message_id] for row in messages if row.ours and row.message_id in said_back]
    utterances = [_utterance(row, said_back.get(row.message_id)) for row in messages]
    if asked:
        more = [answer for standing in asked for answer in _answers(standing)]
        utterances = sorted([*utterances, *more], key=lambda said: said.at or NEVER)
    dates = [said.at for said in utterances if said.at]
    turn, since = turn_of(utterances)
    subject = next((message.subject for message in messages if message.subject), "")
    last = max(dates, default=None)
    return _Statement(thread_id, subject, turn.value, since, min(dates, default=None), last, len(messages))


def _utterance(row: _Row, said_back: Standing | None) -> Utterance:
    """The words that ask for a read-back are ours in form alone: whether the mail asks, its writer's own words say."""
    asks = said_back.asked.asks_more if said_back and row.ours else row.asks
    return Utterance(
        row.sent_at,
        row.ours,
        automatic=row.automatic,
        pretends=row.pretends,
        thanks=row.thanks,
        asks=asks,
        internal=row.internal,
        settles=row.settles,
        holds=row.holds,
    )


def _said_back(thread_ids: list[int]) -> dict[str, Standing]:
    """By the Message-ID of the mail that asked."""
    found = standing_among(Message.objects.filter(thread_id__among=thread_ids))
    return {standing.asked.message_id: standing for standing in found}


def _answers(standing: Standing) -> Iterator[Utterance]:
    """A correction is said by them, and ours to answer; understanding closes what asked for nothing else."""
    for correction in standing.corrections:
        yield Utterance(correction.given_at, ours=False, asks=True)
    if standing.understood_at and not standing.asked.asks_more:
        yield Utterance(standing.understood_at, ours=False, understood=True)


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
