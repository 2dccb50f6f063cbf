"""Silence against the usual rhythm."""

from collections.abc import Iterator

from jembatan.radar.analysis.facts import DAY, Facts
from jembatan.radar.analysis.finding import Finding, severity

KNOWN_DAYS, SHORTEST, FORGOTTEN = 8, 14, 365


def silence(facts: Facts) -> Iterator[Finding]:
    """Nothing for longer than half as long again as all but the rarest pauses so far, than four usual ones, and than two weeks.

    A rhythm needs eight days with an exchange; after a year a relation has ended, and is not silent.
    """
    gaps = facts.gaps
    if gaps.days < KNOWN_DAYS:
        return
    quiet = facts.now // DAY - gaps.last
    usual = max(1.5 * gaps.longest, 4 * gaps.usual, SHORTEST)
    if quiet <= usual or quiet > FORGOTTEN:
        return
    last = facts.exchanges
    yield Finding(
        rule="silence",
        severity=severity(40, quiet / usual),
        since=int(last.at[-1]),
        entries=(int(last.entry[-1]),),
        told={"days": int(quiet), "usual": round(gaps.usual), "longest": round(gaps.longest)},
    )
