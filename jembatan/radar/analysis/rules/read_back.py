"""What was to be said back, and was not."""

from collections.abc import Iterator

from jembatan.radar.analysis.facts import DAY, Facts
from jembatan.radar.analysis.finding import Finding, severity


def read_back(facts: Facts) -> Iterator[Finding]:
    """Its day is over, and somebody who was asked has not answered."""
    for each in facts.unsaid:
        if each.missing and each.expected < facts.now:
            late = (facts.now - each.expected) / DAY
            yield Finding(
                rule="read-back",
                key=f"read-back {each.key}",
                severity=severity(42, 1 + late / 7),
                since=each.expected,
                entries=(each.entry,),
                mark=(each.entry, each.missing),
                told={
                    "name": each.name,
                    "missing": each.missing,
                    "asked": each.asked,
                    "days": max(1, int(late)),
                },
            )
