"""Two departments deal with one partner without knowing."""

from collections.abc import Iterator

from jembatan.radar.analysis.facts import DAY, Facts
from jembatan.radar.analysis.finding import Finding, severity

RECENT, FEWEST = 60, 3


def silo(facts: Facts) -> Iterator[Finding]:
    """Two circles of ours, of different departments, have each written at least three times in two months; no conversation holds people
    of both, neither as writers nor in copy.
    """
    circles = [each for each in _circles(facts) if len(each[1]) >= FEWEST]
    for number, (first, theirs) in enumerate(circles):
        for second, others in circles[number + 1 :]:
            one, other = _departments(facts, first), _departments(facts, second)
            if not one or not other or one & other:
                continue
            entries = (*sorted(theirs)[-FEWEST:], *sorted(others)[-FEWEST:])
            yield Finding(
                rule="silo",
                key=" ".join(sorted(f"{min(one)}|{min(other)}".split("|"))),
                severity=severity(50, min(len(theirs), len(others)) / FEWEST),
                since=facts.now - RECENT * DAY,
                entries=entries,
                mark=(*sorted(first | second),),
                told={
                    "who": facts.names.get(min(first), ""),
                    "other": facts.names.get(min(second), ""),
                    "department": min(one),
                    "second": min(other),
                },
            )


def _circles(facts: Facts) -> list[tuple[set[int], set[int]]]:
    """Of ours who share a conversation with the partner, directly or through others; with the entries that they wrote."""
    recent = facts.since(RECENT)
    sent = recent.rows((recent.way < 0) & (recent.ours > 0))
    threads: dict[int, set[int]] = {}
    entries: dict[int, set[int]] = {}
    alone = 0
    for thread, ours, entry in zip(
        sent.thread.tolist(), sent.ours.tolist(), sent.entry.tolist(), strict=True
    ):
        alone -= 1
        threads.setdefault(thread or alone, set()).add(ours)
        entries.setdefault(ours, set()).add(entry)
    if len(entries) < 2:
        return []
    for copy in facts.copied:
        if copy.thread in threads:
            threads[copy.thread].add(copy.ours)
    circles: list[set[int]] = []
    for people in threads.values():
        joined = [each for each in circles if each & people]
        circles = [each for each in circles if not each & people]
        circles.append(people.union(*joined))
    return [
        (circle, set().union(*(entries[each] for each in circle if each in entries))) for circle in circles
    ]


def _departments(facts: Facts, people: set[int]) -> set[str]:
    return {name for each in people if (name := facts.departments.get(each, ""))}
