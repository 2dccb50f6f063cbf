"""Officers of a programme: who has not come, and what was handed over to nobody."""

from collections.abc import Iterator

from jembatan.radar.analysis.facts import Facts
from jembatan.radar.analysis.finding import Finding, severity

HOUR, MINUTE = 3600, 60


def not_come(facts: Facts) -> Iterator[Finding]:
    """The delegation waits: late first, and then a no-show, which is other evidence."""
    for each in facts.awaited:
        minutes = max(1, (facts.now - each.since) // MINUTE)
        yield Finding(
            rule="not-come",
            key=f"lateness {each.key}",
            severity=severity(75 if each.missing else 50, 1),
            since=each.since,
            entries=(each.entry,),
            mark=(each.key, each.missing),
            told={
                "fault": "missing" if each.missing else "late",
                "name": each.name,
                "duty": each.duty,
                "minutes": minutes,
            },
        )


def handover(facts: Facts) -> Iterator[Finding]:
    """An hour has passed, or the first duty of it has begun, and the incoming officer has not said that they have it."""
    for each in facts.handed:
        begun = 0 < each.begins <= facts.now
        since = min(each.made + HOUR, max(each.begins, each.made)) if each.begins else each.made + HOUR
        if since < facts.now:
            yield Finding(
                rule="handover",
                key=f"handover {each.key}",
                severity=severity(65 if begun else 45, (facts.now - each.made) / (6 * HOUR)),
                since=since,
                entries=(each.entry,),
                mark=(each.key, begun),
                told={
                    "fault": "begun" if begun else "open",
                    "name": each.name,
                    "before": each.before,
                    "minutes": max(1, (facts.now - each.made) // MINUTE),
                },
            )
