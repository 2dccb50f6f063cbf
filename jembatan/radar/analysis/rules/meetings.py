"""Meetings that leave nothing behind, or always the same."""

from collections.abc import Iterator

import numpy as np

from jembatan.radar.analysis.facts import DAY, Facts
from jembatan.radar.analysis.finding import Finding, severity

USUAL, FORGOTTEN, KNOWN, CARRIED = 3, 120, 4, 3


def no_minutes(facts: Facts) -> Iterator[Finding]:
    """Over for longer than minutes with this partner usually take (three days, where that is not known), and nobody has begun them."""
    taken = [each.minuted - each.ended for each in facts.held if each.minuted]
    usual = max(float(np.quantile(taken, 0.9)), DAY) if len(taken) >= KNOWN else USUAL * DAY
    for each in facts.held:
        passed = facts.now - each.ended
        if each.minuted or passed <= usual or passed > FORGOTTEN * DAY:
            continue
        yield Finding(
            rule="minutes",
            key=f"meeting {each.key}",
            severity=severity(32, passed / usual / 2),
            since=each.ended,
            entries=(each.entry,),
            told={"name": each.name, "days": passed // DAY, "usual": max(1, round(usual / DAY))},
        )


def carried_action(facts: Facts) -> Iterator[Finding]:
    """On the agenda of three meetings since it was agreed, and still open."""
    for each in facts.carried:
        if each.times >= CARRIED:
            yield Finding(
                rule="carried-action",
                key=f"action {each.key}",
                severity=severity(38, each.times / CARRIED),
                since=each.arose,
                entries=(each.entry,),
                mark=(each.entry, each.times),
                told={"name": each.name, "times": each.times},
            )
