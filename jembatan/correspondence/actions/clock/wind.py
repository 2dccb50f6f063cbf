"""By when each conversation is due, brought up to date with its turn, its promises, and how both sides work."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import batched
from typing import NamedTuple

from django.db import connection
from django.db.models import F

from jembatan.accounts.models import Desk
from jembatan.correspondence.clock import Answering, Settled, due_moment
from jembatan.correspondence.models import Message, Recipient, Sender, Thread
from jembatan.correspondence.queries.clock.offices import Answerings, answerings_of
from jembatan.correspondence.queries.read_back.standing import owed_among

CHUNK = 2000
Turn = Thread.Turn


class _Row(NamedTuple):
    pk: int
    desk_id: int
    turn: str
    since: datetime
    agreed_by: datetime | None
    agreed_for: datetime | None
    agreed_at: datetime | None


type Promises = Mapping[tuple[int, bool], Settled]
"""The last holding reply with a day, by thread and whether it is ours."""


def wind_clocks(thread_ids: Iterable[int]) -> None:
    """Recompute `due_at` of these threads, in memory for 2,000 at a time; where it is nobody's turn nothing is due."""
    columns = ("pk", "desk_id", "turn", "turn_since", "agreed_by", "agreed_for", "agreed_at")
    for chunk in batched(sorted(set(thread_ids)), CHUNK):
        waiting = Thread.objects.filter(pk__among=chunk, turn_since__isnull=False).exclude(turn=Turn.NOBODYS)
        rows = [_Row(*row) for row in waiting.values_list(*columns)]
        _write(chunk, dict(_due(rows)))


def wind_desk(desk: Desk) -> None:
    """All conversations of the desk that are open."""
    waiting = Thread.objects.filter(desk=desk, done_at__isnull=True).exclude(turn=Turn.NOBODYS)
    wind_clocks(waiting.values_list("pk", flat=True))


def wind_partners(desk: Desk, organisation_ids: Iterable[int]) -> None:
    """What is open with these partners."""
    theirs = Sender.objects.filter(desk=desk, organisation__in=list(organisation_ids)).values("pk")
    wrote = Message.objects.filter(sender__in=theirs).values("thread")
    received = Recipient.objects.filter(sender__in=theirs).values("message__thread")
    waiting = Thread.objects.filter(pk__in=wrote.union(received), done_at__isnull=True)
    wind_clocks(waiting.exclude(turn=Turn.NOBODYS).values_list("pk", flat=True))


def _due(rows: list[_Row]) -> Iterator[tuple[int, datetime | None]]:
    ids = [row.pk for row in rows]
    promises, partners = _promises(ids), _partners(ids)
    owed = owed_among([row.pk for row in rows if row.turn == Turn.THEIRS])
    desks = Desk.objects.in_bulk({row.desk_id for row in rows})
    by_desk = {pk: answerings_of(desk, partners.values()) for pk, desk in desks.items()}
    for row in rows:
        answering = _answering(by_desk[row.desk_id], row, partners.get(row.pk))
        yield row.pk, due_moment(row.since, answering, _settled(row, promises, owed))


def _answering(answerings: Answerings, row: _Row, partner_id: int | None) -> Answering:
    return answerings.ours(partner_id) if row.turn == Turn.OURS else answerings.theirs(partner_id)


def _settled(row: _Row, promises: Promises, owed: Mapping[int, list[Settled]]) -> Iterator[Settled]:
    """What was settled since the turn began; an earlier mail that is filed late only makes it begin earlier."""
    yield from (each for each in owed.get(row.pk, ()) if each.said_at >= row.since)
    promise = promises.get((row.pk, row.turn == Turn.OURS))
    if promise and promise.said_at >= row.since:
        yield promise
    if row.agreed_by and row.agreed_for and row.agreed_at and row.agreed_for >= row.since:
        yield Settled(row.agreed_by, row.agreed_at)


def _promises(thread_ids: list[int]) -> Promises:
    holding = Message.objects.filter(
        thread__in=thread_ids, promised_by__isnull=False, sent_at__isnull=False, pretends=False
    )
    rows = holding.order_by("sent_at").values_list("thread", "ours", "promised_by", "sent_at")
    return {
        (thread, ours): Settled(promised, sent) for thread, ours, promised, sent in rows if promised and sent
    }


def _partners(thread_ids: list[int]) -> dict[int, int]:
    """The organisation of the last outsider who wrote, else of the first whom we wrote to."""
    wrote = Message.objects.filter(
        thread__in=thread_ids, ours=False, pretends=False, sender__organisation__isnull=False
    )
    latest = wrote.order_by("thread", F("sent_at").desc(nulls_last=True), "-pk").distinct("thread")
    found = dict(latest.values_list("thread", "sender__organisation"))
    received = Recipient.objects.filter(
        message__thread__in=[pk for pk in thread_ids if pk not in found],
        sender__organisation__isnull=False,
        field=Recipient.Field.TO,
    )
    first = received.order_by("message__thread", "-message__sent_at", "pk").distinct("message__thread")
    return {**dict(first.values_list("message__thread", "sender__organisation")), **found}


def _write(thread_ids: Iterable[int], due: Mapping[int, datetime | None]) -> None:
    """Only what is another moment than before: a row that stays as it is costs nothing."""
    ids = list(thread_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE {Thread._meta.db_table} AS thread SET due_at = new.due_at
            FROM unnest(%s::bigint[], %s::timestamptz[]) AS new (id, due_at)
            WHERE thread.id = new.id AND thread.due_at IS DISTINCT FROM new.due_at
            """,
            [ids, [due.get(pk) for pk in ids]],
        )
