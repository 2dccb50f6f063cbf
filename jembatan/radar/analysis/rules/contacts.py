"""Those on the other side: who is no longer reached, and who is written to by too many."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from jembatan.radar.analysis.facts import DAY, Facts, Written
from jembatan.radar.analysis.finding import Finding, severity

WINDOW, MOST = 14, 4


def contact(facts: Facts) -> Iterator[Finding]:
    """Mail to an address comes back, or somebody who has left is still written to."""
    for each in facts.lost:
        yield Finding(
            rule="contact",
            key=each.key,
            severity=58,
            since=each.at,
            entries=(each.entry,),
            told={"fault": "left" if each.left else "bounced", "name": each.name},
        )


def overload(facts: Facts) -> Iterator[Finding]:
    """At least four of ours have written to one of theirs within two weeks, and twice as many as usual in this relation."""
    by_person: dict[int, list[Written]] = defaultdict(list)
    for each in facts.written:
        by_person[each.theirs].append(each)
    for person, mails in by_person.items():
        recent = [each for each in mails if each.at >= facts.now - WINDOW * DAY]
        writers = {each.ours for each in recent}
        most = max(MOST, 2 * _usual(mails, facts.now))
        if len(writers) < most:
            continue
        last = {each.ours: each.entry for each in sorted(recent)}
        yield Finding(
            rule="overload",
            key=f"person {person}",
            severity=severity(35, len(writers) / most),
            since=min(each.at for each in recent),
            entries=tuple(sorted(last.values())[-6:]),
            mark=tuple(sorted(writers)),
            told={
                "number": len(writers),
                "mails": len({each.entry for each in recent}),
                "name": facts.people.get(person, ""),
            },
        )


def _usual(mails: list[Written], now: int) -> float:
    """How many of ours wrote to them in a usual two weeks in which anybody did."""
    weeks: dict[int, set[int]] = defaultdict(set)
    for each in mails:
        if each.at < now - WINDOW * DAY:
            weeks[(now - each.at) // (WINDOW * DAY)].add(each.ours)
    return float(np.median([len(each) for each in weeks.values()])) if len(weeks) > 1 else 0.0
