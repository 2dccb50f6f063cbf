"""Every exchange of a desk with its partners, out of the journal; what programs wrote and what was taken back left out."""

from collections.abc import Collection
from datetime import datetime, timedelta

import numpy as np

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation
from jembatan.radar.queries.columns import Columns, read_columns
from jembatan.radar.queries.partners import ORGANISATION, PERSON

LOOKED_BACK = timedelta(days=730)
KINDS = [
    "mail.received",
    "mail.sent",
    "chat.received",
    "chat.sent",
    "statement.received",
    "statement.sent",
    "meeting.held",
]
NAMES = ("partner", "entry", "at", "way", "ours", "theirs", "thread", "language", "message", "asks")
SELECT = """
    SELECT {partner}, entry.id, EXTRACT(EPOCH FROM entry.occurred_at)::bigint,
        CASE split_part(party.kind, '.', 2) WHEN 'received' THEN 1 WHEN 'sent' THEN -1 ELSE 0 END::bigint,
        CASE WHEN party.kind LIKE '%%.received' THEN 0
             ELSE COALESCE(2 * entry.user_id, CASE WHEN message.ours THEN 2 * message.sender_id + 1 END, 0) END::bigint,
        CASE WHEN message.ours IS FALSE THEN COALESCE(2 * sender.person_id, 2 * message.sender_id + 1, 0) ELSE 0 END::bigint,
        COALESCE(message.thread_id, 0)::bigint,
        COALESCE(256 * ascii(message.language) + ascii(substr(message.language, 2)), 0)::bigint,
        COALESCE(message.id, 0)::bigint, COALESCE(message.asks, false)::int::bigint
    FROM journal_entryparty AS party
    JOIN {table} AS house ON house.id = party.{column}
        AND (house.removed_at IS NULL OR house.merged_into_id IS NOT NULL)
    JOIN journal_entry AS entry ON entry.id = party.entry_id
    LEFT JOIN correspondence_message AS message ON entry.source_kind = 'message' AND message.id = entry.source_id
    LEFT JOIN correspondence_sender AS sender ON sender.id = message.sender_id AND NOT message.ours
    WHERE party.desk_id = %(desk)s AND party.kind = ANY(%(kinds)s)
        AND party.occurred_at > %(since)s AND party.occurred_at <= %(now)s
        AND NOT EXISTS (
            SELECT FROM journal_retraction AS taken_back
            WHERE taken_back.import_batch = entry.import_batch AND taken_back.entry_id > entry.id
        )
        AND NOT COALESCE(message.automatic OR message.internal OR message.pretends, false)
        {narrowed}
"""
ALONE = """
    AND NOT EXISTS (
        SELECT FROM journal_entryparty AS house WHERE house.entry_id = entry.id AND house.organisation_id IS NOT NULL
    )
"""


def exchanges_of(desk: Desk, *, now: datetime, only: Collection[int] | None = None) -> Columns:
    """In the order of partner and time; of all partners, or of those that are numbered. A merged house speaks for those that it absorbed."""
    values = {"desk": desk.pk, "kinds": KINDS, "now": now, "since": now - LOOKED_BACK}
    houses = people = ""
    if only is not None:
        asked = [number // 3 for number in only if number % 3 == ORGANISATION]
        absorbed = Organisation.objects.filter(pk__in=asked).values_list("absorbed", flat=True)
        values["houses"] = [*asked, *(each for ids in absorbed for each in ids)]
        values["people"] = [number // 3 for number in only if number % 3 == PERSON]
        houses = "AND party.organisation_id = ANY(%(houses)s)"
        people = "AND party.person_id = ANY(%(people)s)"
    of_houses = SELECT.format(
        partner="3 * COALESCE(house.merged_into_id, house.id)",
        table="directory_organisation",
        column="organisation_id",
        narrowed=houses,
    )
    of_people = SELECT.format(
        partner="3 * COALESCE(house.merged_into_id, house.id) + 1",
        table="directory_person",
        column="person_id",
        narrowed=people + ALONE,
    )
    found = read_columns(NAMES, f"{of_houses} UNION ALL {of_people}", values)
    order = np.lexsort((found["entry"], found["at"], found["partner"]))
    return {name: column[order] for name, column in found.items()}
