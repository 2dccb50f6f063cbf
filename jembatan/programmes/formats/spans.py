"""Days as spans, from a first to a last: as people say when they could work."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

type Span = tuple[date, date]
DAY = timedelta(days=1)


def days_in(spans: Iterable[Span], first: date, last: date) -> list[date]:
    """Each once, in order; none before the first or after the last."""
    found: set[date] = set()
    for begins, ends in spans:
        begin = max(begins, first)
        found |= {begin + number * DAY for number in range((min(ends, last) - begin).days + 1)}
    return sorted(found)


def spans_of(days: Collection[date]) -> list[Span]:
    """As few as can be, in order."""
    spans: list[Span] = []
    for day in sorted(set(days)):
        if spans and spans[-1][1] + DAY == day:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans
