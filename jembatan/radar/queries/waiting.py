"""Conversations and statements that want an answer, with their partners."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from jembatan.correspondence.models import Statement
from jembatan.correspondence.queries.statements import asked_by_us, open_requests, unanswered
from jembatan.radar.analysis.facts import Wait
from jembatan.radar.queries.asking import ByPartner, by_partner, entries_from, rows_of
from jembatan.radar.queries.partners import NOBODY, SQL

MAIL = ("mail.received", "mail.sent", "chat.received", "chat.sent")
FORGOTTEN = timedelta(days=366)
END_OF_DAY = time(23, 59)
THREADS = """
    SELECT asked.partner, thread.id, thread.turn = 'ours', EXTRACT(EPOCH FROM thread.turn_since)::bigint,
        COALESCE(EXTRACT(EPOCH FROM thread.due_at), 0)::bigint, asked.id, thread.subject
    FROM correspondence_thread AS thread
    CROSS JOIN LATERAL (
        SELECT message.id, {partner} AS partner
        FROM correspondence_message AS message
        JOIN correspondence_sender AS sender ON sender.state <> 'ours' AND sender.state <> 'declined'
            AND CASE WHEN thread.turn = 'ours' THEN sender.id = message.sender_id
                ELSE sender.id IN (
                    SELECT receiver.sender_id FROM correspondence_recipient AS receiver
                    WHERE receiver.message_id = message.id AND receiver.field = 'to'
                ) END
        WHERE message.thread_id = thread.id AND message.ours = (thread.turn = 'theirs')
            AND (message.asks OR thread.agreed_by IS NOT NULL) AND message.sent_at >= thread.turn_since
            AND NOT (message.automatic OR message.internal OR message.pretends)
        ORDER BY message.sent_at, sender.organisation_id NULLS LAST, sender.id LIMIT 1
    ) AS asked
    WHERE thread.desk_id = %(desk)s AND thread.done_at IS NULL AND thread.turn <> 'nobodys'
        AND thread.turn_since > %(since)s AND thread.turn_since <= %(now)s AND thread.message_count > 0
        {narrowed}
"""


def waits_of(
    desk: Desk, *, now: datetime, only: Collection[int] | None, threads: Collection[int]
) -> ByPartner[Wait]:
    """`threads` are all that those of `only` have spoken in."""
    narrowed = "" if only is None else "AND thread.id = ANY(%(threads)s)"
    values = {"desk": desk.pk, "since": now - FORGOTTEN, "now": now, "threads": list(threads)}
    rows = rows_of(THREADS.format(partner=SQL.format("sender"), narrowed=narrowed), values)
    entries = entries_from("message", {row[5] for row in rows}, *MAIL)

    def made(thread: int, ours: bool, since: int, due: int, message: int, subject: str) -> Wait | None:
        entry = entries.get(message)
        return Wait(f"thread {thread}", ours, since, due, entry, subject[:200]) if entry else None

    found = by_partner(rows, made, only)
    for partner, wait in _statements(desk):
        if only is None or partner in only:
            found[partner].append(wait)
    return found


def _statements(desk: Desk) -> list[tuple[int, Wait]]:
    actor = operator(desk)
    requests: list[Statement] = [each for each in open_requests(actor) if each.standing == "open"]
    asked = list(unanswered(asked_by_us(actor)).filter(deadline__isnull=False))
    entries = entries_from("statement", [each.pk for each in (*requests, *asked)])
    zone = ZoneInfo(desk.time_zone)
    found = []
    for each in (*requests, *asked):
        entry = entries.get(each.pk)
        if entry is None:
            continue
        since = _seconds(each.dated, zone) or int(each.created_at.timestamp())
        ours = each.state == Statement.State.RECEIVED
        wait = Wait(
            f"statement {each.pk}", ours, since, _seconds(each.deadline, zone), entry, str(each)[:200]
        )
        found.append((3 * each.organisation_id if each.organisation_id else NOBODY, wait))
    return found


def _seconds(day: date | None, zone: ZoneInfo) -> int:
    """The end of that day on the desk's clock; 0 for none."""
    return int(datetime.combine(day, END_OF_DAY, zone).timestamp()) if day else 0
