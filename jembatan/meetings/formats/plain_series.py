"""The occurrences of a series with one plain rule, of which single ones may be left out or changed: counted, not searched."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import partial
from itertools import repeat

from jembatan.meetings.formats.clocks import DIGITS, MIDNIGHTS, days_of_change, offsets_of, shift_of
from jembatan.meetings.formats.days import PlainRule, days_of, plain_rule
from jembatan.meetings.formats.moment import Moment
from jembatan.meetings.formats.recurrence import written
from jembatan.meetings.formats.timed import Part, as_meant
from jembatan.meetings.formats.zones import zone_or_utc

FARTHEST = datetime(9990, 1, 1, tzinfo=UTC)
EDGE = 8
FORMS = {"date": "20260305", "floating": "20260305T140000", "zoned": "20260305T070000Z"}
# As Moment(…) does, without a call for each.
MADE = partial(tuple.__new__, Moment)
UNTIL = re.compile(r"\d{8}T\d{6}Z?")


def plain_moments_between(parts: Sequence[Part], start: datetime, end: datetime) -> list[Moment] | None:
    """What touches the period; None where the series is not plain and has to be searched."""
    series = [part for part in parts if not part.recurrence_id]
    changed = {part.recurrence_id: part for part in parts if part.recurrence_id}
    if len(series) != 1 or len(changed) != len(parts) - 1 or end > FARTHEST:
        return None
    (part,) = series
    if not all(_is_plain_change(each, part) for each in changed.values()):
        return None
    read = _read(part)
    found = _told(part, read[0], start, end) if read else None
    if read is None or found is None:
        return None
    found = _touching(found, start, end)
    if gone := read[1] | changed.keys():
        found = [each for each in found if each.recurrence_id not in gone]
    here = [each for name, each in changed.items() if name not in read[1]]
    moved = [Moment(each.key, each.recurrence_id, each.starts_at, each.ends_at) for each in here]
    return found + [each for each in moved if _touches(each, start, end)]


def _is_plain_change(change: Part, part: Part) -> bool:
    plain = not change.and_future and not change.rule and change.clock == part.clock
    return plain and len(change.recurrence_id) == len(FORMS[part.clock])


def _read(part: Part) -> tuple[PlainRule, set[str]] | None:
    """Its rule, and the recurrence ids of the occurrences that are left out; None for what is not plain."""
    rule, left_out = None, set[str]()
    excepted = "EXDATE;VALUE=DATE" if part.clock == "date" else "EXDATE"
    for line in part.rule.splitlines():
        name, _colon, value = line.partition(":")
        if name == "RRULE" and rule is None:
            rule = plain_rule(value)
            if rule is None:
                return None
        elif name == excepted and len(value) == len(FORMS[part.clock]):
            left_out.add(value)
        else:
            return None
    return None if rule is None else (rule, left_out)


def _told(part: Part, rule: PlainRule, start: datetime, end: datetime) -> list[Moment] | None:
    first, last = _wall(as_meant(part.starts_at, part)), _wall(as_meant(part.ends_at, part))
    until = _last_day(rule.until, first, part)
    if until is None or until < first.toordinal() or last < first or first.year < 2:
        return None
    earliest = max((start - (last - first)).toordinal() - 2, first.toordinal())
    try:
        latest = min(until, end.toordinal() + 2)
        days = days_of(rule, first=first.toordinal(), earliest=earliest, latest=latest)
    except ValueError:
        return None
    return list(_moments(part, days, first, last))


def _wall(moment: date) -> datetime:
    """What a clock on the wall shows."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime.combine(moment, time.min)


def _last_day(until: str, first: datetime, part: Part) -> int | None:
    """The last day on which an occurrence may begin; None for an UNTIL by another clock than the series."""
    if not until:
        return date.max.toordinal()
    if part.clock == "date" or len(until) == 8:
        return _day(until[:8]) if part.clock == "date" else None
    if len(until) != 15 + (part.clock == "zoned") or not UNTIL.fullmatch(until):
        return None
    try:
        moment = _wall(as_meant(datetime.strptime(until[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC), part))
    except (ValueError, OverflowError):
        return None
    return moment.toordinal() - (first.time() > moment.time())


def _day(digits: str) -> int | None:
    try:
        return datetime.strptime(digits, "%Y%m%d").replace(tzinfo=UTC).toordinal()
    except ValueError:
        return None


def _moments(part: Part, days: Sequence[int], first: datetime, last: datetime) -> Iterator[Moment]:
    """One a day: at the same time on the wall, which the zone's clocks make another moment in summer."""
    zone = zone_or_utc(part.zone)
    offsets, length, nights = offsets_of(zone), last - first, last.toordinal() - first.toordinal()
    clock = first - datetime.combine(first, time.min)
    suffix = None if part.clock == "date" else "Z" if part.clock == "zoned" else ""
    for run in _runs(days, zone, nights):
        offset = offsets[run[0]]
        if offset is None or offsets[run[0] + nights] != offset:
            yield from (
                _exactly(part, datetime.combine(date.fromordinal(day), first.time()), length) for day in run
            )
            continue
        by, away, at = shift_of(clock, offset, suffix=suffix)
        begins = [MIDNIGHTS[day] + by for day in run]
        ends = [moment + length for moment in begins]
        names = [DIGITS[day + away] + at for day in run]
        yield from map(MADE, zip(repeat(part.key), names, begins, ends))


def _runs(days: Sequence[int], zone: tzinfo, nights: int) -> Iterator[Sequence[int]]:
    """The days in pieces in which the zone's clocks go evenly, and those near a change for themselves."""
    if not days:
        return
    years = range(date.fromordinal(days[0]).year, date.fromordinal(days[-1] + nights).year + 1)
    done = 0
    for change in (day for year in years for day in days_of_change(zone, year)):
        before, after = bisect_left(days, change - nights), bisect_right(days, change)
        if done < before:
            yield days[done:before]
        yield from ([day] for day in days[max(before, done) : after])
        done = max(done, after)
    if done < len(days):
        yield days[done:]


def _exactly(part: Part, wall: datetime, length: timedelta) -> Moment:
    """On a day on which clocks are changed."""
    zone = zone_or_utc(part.zone)
    begins, ends = (moment.replace(tzinfo=zone).astimezone(UTC) for moment in (wall, wall + length))
    return Moment(part.key, written(begins), begins, max(begins, ends))


def _touching(found: list[Moment], start: datetime, end: datetime) -> list[Moment]:
    """Of moments in order, all of one length: what lies in between touches the period, too."""
    touches = [_touches(each, start, end) for each in (*found[:EDGE], *found[-EDGE:])]
    if len(found) <= 2 * EDGE or not touches[EDGE - 1] or not touches[EDGE]:
        return [each for each in found if _touches(each, start, end)]
    return [
        *(each for each in found[:EDGE] if _touches(each, start, end)),
        *found[EDGE:-EDGE],
        *(each for each in found[-EDGE:] if _touches(each, start, end)),
    ]


def _touches(each: Moment, start: datetime, end: datetime) -> bool:
    return each.starts_at < end and (each.ends_at > start or each.starts_at == each.ends_at == start)
