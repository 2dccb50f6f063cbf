"""Promises that are broken, or lapse without anybody saying so."""

from collections.abc import Iterator

from jembatan.radar.analysis.facts import DAY, Facts, Promise
from jembatan.radar.analysis.finding import Finding, severity

UNDATED, MOVED = 30, 2


def promise(facts: Facts) -> Iterator[Finding]:
    """Its day is over; or its day has moved twice; or it has none, and four usual pauses (at least a month) have passed since."""
    lapse = max(UNDATED, 4 * facts.gaps.usual) * DAY
    for each in facts.promises:
        found = _fault(each, facts.now, lapse)
        if found is None:
            continue
        fault, since, excess = found
        yield Finding(
            rule="promise",
            key=f"commitment {each.key}",
            severity=severity((62 if each.ours else 50) - (15 if fault != "late" else 0), excess),
            since=since,
            entries=(each.entry,),
            mark=(each.entry, fault, each.due),
            told={
                "side": "ours" if each.ours else "theirs",
                "fault": fault,
                "name": each.name,
                "days": max(1, (facts.now - since) // DAY),
                "moved": each.moved,
            },
        )


def _fault(promise: Promise, now: int, lapse: float) -> tuple[str, int, float] | None:
    if promise.due and promise.due < now:
        return "late", promise.due, 1 + (now - promise.due) / (14 * DAY)
    if promise.moved >= MOVED:
        return "moved", promise.made, float(promise.moved) / MOVED
    if not promise.due and now - promise.made > lapse:
        return "lapsing", promise.made, (now - promise.made) / lapse
    return None
