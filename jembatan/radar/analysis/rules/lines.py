"""Lines to take that are said after their time."""

from collections.abc import Iterator

from jembatan.radar.analysis.facts import DAY, Facts
from jembatan.radar.analysis.finding import Finding

RECENT = 90


def expired_line(facts: Facts) -> Iterator[Finding]:
    """A wording that had expired, was withdrawn or had been replaced was said to them within a quarter."""
    latest = {
        each.line: each for each in sorted(facts.said) if each.over and each.at >= facts.now - RECENT * DAY
    }
    for each in latest.values():
        yield Finding(
            rule="expired-line",
            key=f"line {each.line}",
            severity=65,
            since=each.at,
            entries=(each.entry, each.cleared) if each.cleared else (each.entry,),
            mark=(each.entry,),
            told={"name": each.name, "days": max(1, (each.at - each.over) // DAY)},
        )
