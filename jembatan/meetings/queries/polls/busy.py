"""When people of ours are engaged: their meetings, and the way to them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta

from jembatan.accounts.models import Desk, User
from jembatan.meetings.models.meeting import placed_by
from jembatan.meetings.queries.engaged import engagements
from jembatan.platform.dates.common_time import Span

CHUNK = 2000
COLUMNS = (
    "email",
    "meeting__occurrences__starts_at",
    "meeting__occurrences__ends_at",
    "meeting__clock",
    "meeting__location",
)


def busy_times(
    desk: Desk, users: Collection[User], window: Span, *, place: str = "", travel: timedelta = timedelta()
) -> dict[int, list[Span]]:
    """By the user's id. A meeting at another place than `place` takes the way there and back, `travel` each.

    Whatever the dossier: that somebody is engaged is told, not by what. One query for any number of people.
    """
    ids = {user.email.casefold(): user.pk for user in users}
    rows = engagements(desk, users, window[0] - travel, window[1] + travel).values_list(*COLUMNS)
    found: dict[str, list[Span]] = defaultdict(list)
    ways: dict[str, timedelta] = {}
    for email, starts_at, ends_at, clock, location in rows.iterator(chunk_size=CHUNK):
        way = ways.get(location)
        if way is None:
            way = ways[location] = travel if _elsewhere(location, place) else timedelta()
        begins, ends = placed_by(clock, starts_at), placed_by(clock, ends_at)
        found[email].append((begins - way, ends + way) if way else (begins, ends))
    joined: dict[int, list[Span]] = defaultdict(list)
    for email, spans in found.items():
        joined[ids[email.casefold()]] += _joined(spans)
    return joined


def _joined(spans: list[Span]) -> list[Span]:
    """The same time in as few spans as there can be, in their order; what takes no time is left out."""
    joined: list[Span] = []
    for begins, ends in sorted(each for each in spans if each[0] < each[1]):
        if not joined or begins > joined[-1][1]:
            joined.append((begins, ends))
        elif ends > joined[-1][1]:
            joined[-1] = joined[-1][0], ends
    return joined


def _elsewhere(one: str, other: str) -> bool:
    """Two places are known and not the same; what is known of one alone says nothing."""
    here, there = (" ".join(text.casefold().split()) for text in (one, other))
    return bool(here and there and here != there)


def is_engaged(spans: Collection[Span], starts_at: datetime, ends_at: datetime) -> bool:
    """Whether one of them touches the time."""
    return any(begins < ends_at and ends > starts_at and begins < ends for begins, ends in spans)
