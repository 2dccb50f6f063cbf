"""Two of ours have told one partner different things."""

from collections.abc import Iterator

from jembatan.radar.analysis.facts import DAY, Claim, Facts
from jembatan.radar.analysis.finding import Finding
from jembatan.radar.analysis.rules.questions import alike

RECENT, FEWEST_WORDS, MOST = 120, 2, 600


def contradiction(facts: Facts) -> Iterator[Finding]:
    """About the same thing, in the same unit, another value; told by another of ours, within four months.

    Whoever told both has corrected it. Of several about one thing, the two latest that differ are shown. The latest six hundred claims are
    compared: each with each, which for a partner who is told thousands would never end.
    """
    recent = sorted(each for each in facts.claims if each.at >= facts.now - RECENT * DAY)[-MOST:]
    told: set[frozenset[str]] = set()
    for first, second in _latest_first(recent):
        if second.about in told or not differ(first, second) or _corrected(recent, first, second):
            continue
        told.add(second.about)
        yield Finding(
            rule="contradiction",
            key=f"claim {first.entry} {second.entry}",
            severity=70,
            since=second.at,
            entries=(first.entry, second.entry),
            told={
                "first": first.value,
                "second": second.value,
                "who": facts.names.get(first.ours, ""),
                "other": facts.names.get(second.ours, ""),
                "name": " ".join(sorted(first.about & second.about)[:5]),
            },
        )


def _latest_first(claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each two, the earlier one first, one pair at a time."""
    for number in range(len(claims) - 1, -1, -1):
        for second in reversed(claims[number + 1 :]):
            yield claims[number], second


def differ(first: Claim, second: Claim) -> bool:
    """Two people, one thing, two values."""
    return (
        first.unit == second.unit
        and first.value != second.value
        and first.ours != second.ours
        and len(first.about & second.about) >= FEWEST_WORDS
        and alike(first.about, second.about)
    )


def _corrected(claims: list[Claim], first: Claim, second: Claim) -> bool:
    """One of the two has since told the value of the other."""
    return any(
        each.at > second.at
        and each.unit == second.unit
        and each.ours in (first.ours, second.ours)
        and each.value in (first.value, second.value)
        and alike(each.about, second.about)
        for each in claims
    )
