"""The facts of every partner, one after the other: a few statements over the whole desk, and then no more of the database."""

from collections.abc import Collection, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from jembatan.accounts.models import Desk
from jembatan.radar.analysis.facts import COLUMNS, Answerable, Exchanges, Facts
from jembatan.radar.queries.between import copied_in, written_to
from jembatan.radar.queries.columns import Columns
from jembatan.radar.queries.exchanges import exchanges_of
from jembatan.radar.queries.officers import awaited_of, handed_of
from jembatan.radar.queries.owed import carried_of, held_of, promises_of, unsaid_of
from jembatan.radar.queries.partners import Partner, partners
from jembatan.radar.queries.people import answerable_of, lost_of, ours_of, said_of
from jembatan.radar.queries.texts import claims_of, questions_of
from jembatan.radar.queries.waiting import waits_of


def gather(
    desk: Desk, *, now: datetime, only: Collection[int] | None = None
) -> Iterator[tuple[int, Partner, Facts]]:
    """Each partner's number, who that is, and what is known; of all, or of those in `only`."""
    if only is None:
        _take_memory()
    moment = int(now.timestamp())
    columns = exchanges_of(desk, now=now, only=only)
    ours = ours_of(desk, now=now)
    threads = np.unique(columns["thread"]).tolist() if only is not None else []
    waits = waits_of(desk, now=now, only=only, threads=threads)
    promises = promises_of(desk, only)
    unsaid, held = unsaid_of(desk, now=now, only=only), held_of(desk, now=now, only=only)
    carried, lost = carried_of(desk, now=now, only=only), lost_of(desk, now=now, only=only)
    said, answerable = said_of(desk, now=now, only=only), answerable_of(desk, now=now, only=only)
    awaited, handed = awaited_of(desk, now=now, only=only), handed_of(desk, now=now, only=only)
    questions, claims = questions_of(columns, now=moment), claims_of(columns, now=moment)
    copied, (written, people) = copied_in(columns, ours, now=moment), written_to(desk, columns, now=now)
    places = _places(columns["partner"])
    numbers = set(places).union(waits, promises, unsaid, held, carried, lost, said, awaited, handed)
    known = partners(desk, numbers)
    for number in sorted(numbers & set(known)):
        exchanges = _exchanges(columns, places.get(number, slice(0, 0)), known[number].zone, now)
        facts = Facts(
            now=moment,
            exchanges=exchanges,
            waits=tuple(waits.get(number, ())),
            promises=tuple(promises.get(number, ())),
            questions=tuple(questions.get(number, ())),
            claims=tuple(claims.get(number, ())),
            said=tuple(said.get(number, ())),
            held=tuple(held.get(number, ())),
            carried=tuple(carried.get(number, ())),
            lost=tuple(lost.get(number, ())),
            unsaid=tuple(unsaid.get(number, ())),
            awaited=tuple(awaited.get(number, ())),
            handed=tuple(handed.get(number, ())),
            copied=tuple(copied.get(number, ())),
            written=tuple(written.get(number, ())),
            answerable=answerable.get(number, Answerable()),
            departments=ours.departments,
            names=ours.names,
            people=people,
        )
        yield number, known[number], facts


def _take_memory() -> None:
    """The joins over the whole journal stay out of files; until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '192MB'")


def _places(partner: NDArray[np.int64]) -> dict[int, slice]:
    """The rows of each partner, which stand together."""
    if not len(partner):
        return {}
    begins = np.flatnonzero(np.r_[True, partner[1:] != partner[:-1]])
    ends = np.r_[begins[1:], len(partner)]
    return {
        int(partner[begin]): slice(begin, end)
        for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)
    }


def _exchanges(columns: Columns, place: slice, zone: str, now: datetime) -> Exchanges:
    hour = np.full(place.stop - place.start, -1, np.int64)
    if zone:
        offset = ZoneInfo(zone).utcoffset(now.replace(tzinfo=None))
        east = int(offset.total_seconds()) if offset else 0
        hour = (columns["at"][place] + east) // 3600 % 24
    return Exchanges(*(hour if name == "hour" else columns[name][place] for name in COLUMNS))
