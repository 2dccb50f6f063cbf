"""Promises, sayings-back, minutes and actions that are due, with their partners."""

from collections.abc import Collection
from datetime import datetime, timedelta

from jembatan.accounts.models import Desk
from jembatan.radar.analysis.facts import Carried, Held, Promise, Unsaid
from jembatan.radar.queries.asking import ByPartner, by_partner, entries_from, rows_of
from jembatan.radar.queries.partners import SQL
from jembatan.radar.queries.waiting import MAIL

QUARTER = timedelta(days=120)
PROMISES = """
    SELECT CASE WHEN organisation_id IS NOT NULL THEN 3 * organisation_id ELSE 3 * person_id + 1 END, id, side = 'ours',
        EXTRACT(EPOCH FROM made_at)::bigint,
        COALESCE(EXTRACT(EPOCH FROM (due + 1)::timestamp AT TIME ZONE %(zone)s), 0)::bigint,
        (SELECT count(*) FROM commitments_moveddate AS moved WHERE moved.commitment_id = commitment.id), what
    FROM commitments_commitment AS commitment WHERE desk_id = %(desk)s AND state = 'open' AND grade <> 'asked'
"""
UNSAID = """
    SELECT partner, id, expected, count(*) FILTER (WHERE NOT answered), count(*), message, subject FROM (
        SELECT {partner} AS partner, read_back.id, EXTRACT(EPOCH FROM read_back.expected_by)::bigint AS expected,
            message.id AS message, read_back.subject, EXISTS (
                SELECT FROM correspondence_readbackanswer AS answer WHERE answer.receiver_id = receiver.id
            ) AS answered
        FROM correspondence_readback AS read_back
        JOIN correspondence_readbackreceiver AS receiver ON receiver.read_back_id = read_back.id
        JOIN correspondence_sender AS sender ON sender.desk_id = read_back.desk_id AND sender.email = receiver.email
        JOIN correspondence_message AS message
            ON message.desk_id = read_back.desk_id AND message.message_id = read_back.message_id
        WHERE read_back.desk_id = %(desk)s AND read_back.expected_by < %(now)s AND read_back.expected_by > %(since)s
    ) AS asked GROUP BY partner, id, expected, message, subject
"""
HELD = """
    SELECT 3 * min(COALESCE(house.merged_into_id, house.id)), meeting.id, EXTRACT(EPOCH FROM entry.occurred_at)::bigint,
        EXTRACT(EPOCH FROM meeting.ends_at - meeting.starts_at)::bigint, entry.id, meeting.title,
        COALESCE(EXTRACT(EPOCH FROM max(minutes.begun_at)), 0)::bigint
    FROM journal_entry AS entry
    JOIN journal_entryparty AS party ON party.entry_id = entry.id AND party.organisation_id IS NOT NULL
    JOIN directory_organisation AS house ON house.id = party.organisation_id
    JOIN meetings_meeting AS meeting ON meeting.id = entry.source_id AND meeting.status <> 'cancelled'
    LEFT JOIN meetings_minutes AS minutes
        ON minutes.meeting_id = meeting.id AND (meeting.rule = '' OR minutes.starts_at = entry.occurred_at)
    WHERE entry.desk_id = %(desk)s AND entry.kind_group = 'meeting' AND entry.kind = 'meeting.held'
        AND entry.source_kind = 'meeting' AND entry.precision IN ('minute', 'day')
        AND entry.occurred_at > %(since)s AND entry.occurred_at <= %(now)s
    GROUP BY entry.id, meeting.id
"""
CARRIED = """
    SELECT 3 * house.organisation_id, action.id, EXTRACT(EPOCH FROM arose)::bigint, (
            SELECT count(DISTINCT held.entry_id) FROM journal_entryparty AS held
            WHERE held.organisation_id = ANY(house.organisation_id || body.absorbed) AND held.kind = 'meeting.held'
                AND held.occurred_at > arose AND held.occurred_at <= %(now)s
        ), action.meeting_id, action.text
    FROM meetings_action AS action
    JOIN meetings_meeting AS meeting ON meeting.id = action.meeting_id
    CROSS JOIN LATERAL (SELECT COALESCE(action.occurred_at, meeting.starts_at) AS arose) AS moment
    CROSS JOIN LATERAL (
        SELECT min(organisation_id) AS organisation_id FROM meetings_attendance AS attendance
        WHERE attendance.meeting_id = meeting.id AND NOT attendance.ours
    ) AS house
    JOIN directory_organisation AS body ON body.id = house.organisation_id
    WHERE action.desk_id = %(desk)s AND action.state = 'open' AND action.position IS NOT NULL
"""


def promises_of(desk: Desk, only: Collection[int] | None) -> ByPartner[Promise]:
    """All that are open, either way."""
    rows = rows_of(PROMISES, {"desk": desk.pk, "zone": desk.time_zone})
    entries = entries_from("commitment", {row[1] for row in rows})

    def made(pk: int, ours: bool, made_at: int, due: int, moved: int, what: str) -> Promise | None:
        entry = entries.get(pk)
        return Promise(pk, ours, made_at, due, moved, entry, what[:200]) if entry else None

    return by_partner(rows, made, only)


def unsaid_of(desk: Desk, *, now: datetime, only: Collection[int] | None) -> ByPartner[Unsaid]:
    """Mails whose day for being said back is over."""
    values = {"desk": desk.pk, "now": now, "since": now - QUARTER}
    rows = rows_of(UNSAID.format(partner=SQL.format("sender")), values)
    entries = entries_from("message", {row[5] for row in rows}, *MAIL)

    def made(pk: int, expected: int, missing: int, asked: int, message: int, subject: str) -> Unsaid | None:
        entry = entries.get(message)
        return Unsaid(pk, expected, missing, asked, entry, subject[:200]) if entry else None

    return by_partner(rows, made, only)


def held_of(desk: Desk, *, now: datetime, only: Collection[int] | None) -> ByPartner[Held]:
    """Meetings with partners that are over; one with several counts for the first."""
    rows = rows_of(HELD, {"desk": desk.pk, "now": now, "since": now - QUARTER})

    def made(pk: int, began: int, lasted: int, entry: int, title: str, minuted: int) -> Held:
        ended = began + min(lasted, 86_400)
        return Held(pk, ended, max(minuted, ended) if minuted else 0, entry, title[:200])

    return by_partner(rows, made, only)


def carried_of(desk: Desk, *, now: datetime, only: Collection[int] | None) -> ByPartner[Carried]:
    """Open actions, with the meetings held since with the first of their partners."""
    rows = rows_of(CARRIED, {"desk": desk.pk, "now": now})
    entries = entries_from("meeting", {row[4] for row in rows})

    def made(pk: int, arose: int, times: int, meeting: int, text: str) -> Carried | None:
        entry = entries.get(meeting)
        return Carried(pk, arose, times, entry, text[:200]) if entry else None

    return by_partner(rows, made, only)
