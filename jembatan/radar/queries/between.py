"""Who of ours writes to whom of theirs, and who of ours gets a copy."""

from collections.abc import Collection
from datetime import datetime

import numpy as np

from jembatan.accounts.models import Desk
from jembatan.radar.analysis.facts import DAY, OUT, Copied, Written
from jembatan.radar.queries.asking import rows_of
from jembatan.radar.queries.columns import Columns, read_columns
from jembatan.radar.queries.people import Ours

OVERLOAD, SILO = 98, 60
WRITTEN = """
    SELECT party.entry_id, party.person_id FROM journal_entryparty AS party
    WHERE party.desk_id = %(desk)s AND party.kind = ANY(%(kinds)s) AND party.person_id IS NOT NULL
        AND party.occurred_at > to_timestamp(%(since)s) AND party.occurred_at <= %(now)s {narrowed}
"""
COPIED = """
    SELECT DISTINCT message.thread_id, sender.email
    FROM correspondence_message AS message
    JOIN correspondence_recipient AS receiver ON receiver.message_id = message.id AND receiver.field <> 'reply_to'
    JOIN correspondence_sender AS sender ON sender.id = receiver.sender_id AND sender.state = 'ours'
    WHERE message.thread_id = ANY(%(threads)s)
"""


def copied_in(columns: Columns, ours: Ours, *, now: int) -> dict[int, list[Copied]]:
    """Of conversations of partners that two or more of ours have written to lately."""
    sent = (columns["way"] == OUT) & (columns["ours"] > 0) & (columns["at"] >= now - SILO * DAY)
    pairs = np.unique(np.stack([columns["partner"][sent], columns["ours"][sent]]), axis=1)
    several, writers = np.unique(pairs[0], return_counts=True)
    sent &= np.isin(columns["partner"], several[writers > 1]) & (columns["thread"] > 0)
    spoken = np.unique(np.stack([columns["thread"][sent], columns["partner"][sent]]), axis=1)
    rows = rows_of(COPIED, {"threads": np.unique(spoken[0]).tolist()}) if spoken.size else []
    readers: dict[int, list[int]] = {}
    for thread, email in rows:
        if email in ours.by_email:
            readers.setdefault(thread, []).append(ours.by_email[email])
    found: dict[int, list[Copied]] = {}
    for thread, partner in spoken.T.tolist():
        found.setdefault(partner, []).extend(Copied(thread, each) for each in readers.get(thread, ()))
    return found


def written_to(
    desk: Desk, columns: Columns, *, now: datetime
) -> tuple[dict[int, list[Written]], dict[int, str]]:
    """Who of ours wrote to whom of theirs in the last weeks, and the names of those who were written to by several."""
    since = int(now.timestamp()) - OVERLOAD * DAY
    sent = (columns["way"] == OUT) & (columns["ours"] > 0) & (columns["at"] >= since)
    if not sent.any():
        return {}, {}
    entry, row = columns["entry"][sent], np.flatnonzero(sent)
    order = np.argsort(entry, kind="stable")
    entry, row = entry[order], row[order]
    values = {"desk": desk.pk, "kinds": ["mail.sent", "chat.sent"], "since": since, "now": now}
    narrowed = ""
    if len(entry) < 5000:
        narrowed, values["entries"] = "AND party.entry_id = ANY(%(entries)s)", entry.tolist()
    to = read_columns(("entry", "person"), WRITTEN.format(narrowed=narrowed), values)
    found: dict[int, list[Written]] = {}
    first, last = (np.searchsorted(entry, to["entry"], side) for side in ("left", "right"))
    for person, begin, end in zip(to["person"].tolist(), first.tolist(), last.tolist(), strict=True):
        for each in row[begin:end].tolist():
            at, number, ours = (int(columns[name][each]) for name in ("at", "entry", "ours"))
            told = Written(at, number, ours, person)
            found.setdefault(int(columns["partner"][each]), []).append(told)
    return found, _names({each.theirs for mails in found.values() for each in mails})


def _names(people: Collection[int]) -> dict[int, str]:
    rows = rows_of(
        "SELECT id, full_name FROM directory_person WHERE id = ANY(%(ids)s)", {"ids": list(people)}
    )
    return dict(rows)
