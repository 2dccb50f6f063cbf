"""Answers: those that are missing on either side, and those that come slower and slower."""

from collections.abc import Iterator

import numpy as np

from jembatan.radar.analysis.facts import DAY, Facts, Wait
from jembatan.radar.analysis.finding import Finding, severity
from jembatan.radar.analysis.rhythm import late_answer

KNOWN, FORGOTTEN = 5, 365
OUR_DAYS, THEIR_DAYS = 3, 7
PATIENCE = 1.25
BEFORE, RECENT, SLOWER = 6, 4, 2.0


def unanswered(facts: Facts) -> Iterator[Finding]:
    """A request waits longer than nine in ten answers took in this relation, or than its deadline; a statement, whatever it waits.

    What nobody has answered within a year is history, and no signal.
    """
    for wait in facts.waits:
        if wait.since < facts.now - FORGOTTEN * DAY and not wait.key.startswith("statement"):
            continue
        patience, by = _patience(facts, wait)
        waited = facts.now - wait.since
        if waited <= patience:
            continue
        yield Finding(
            rule="unanswered",
            key=wait.key,
            severity=severity(60 if wait.ours else 45, waited / max(patience, DAY)),
            since=wait.since,
            entries=(wait.entry,),
            told={
                "side": "ours" if wait.ours else "theirs",
                "by": by,
                "name": wait.name,
                "days": waited // DAY,
                "usual": max(1, round(patience / DAY)),
            },
        )


def _patience(facts: Facts, wait: Wait) -> tuple[float, str]:
    """Seconds, and by what: we are held to the deadline, they to their own pace, where it is known."""
    if wait.key.startswith("statement"):
        return (max(0, wait.due - wait.since), "deadline") if wait.due else (-1, "nothing")
    times = facts.answers.ours if wait.ours else facts.answers.theirs
    learned = late_answer(times, least=KNOWN)
    if wait.due and (wait.ours or learned is None):
        return wait.due - wait.since, "deadline"
    if learned is None:
        return (OUR_DAYS if wait.ours else THEIR_DAYS) * DAY, "deadline"
    return max(PATIENCE * learned, DAY), "pace"


def slower(facts: Facts) -> Iterator[Finding]:
    """Their last four answers took at least twice as long as usual before, and nearly every one longer than nearly every earlier one."""
    times = facts.answers.theirs
    if len(times) < BEFORE + RECENT:
        return
    before, recent = times[:-RECENT], times[-RECENT:]
    usual, now = float(np.median(before)), float(np.median(recent))
    longer = float((recent[:, None] > before[None, :]).mean())
    if now < DAY or now < SLOWER * max(usual, DAY / 2) or longer < 0.9:
        return
    answered = facts.exchanges.rows(facts.exchanges.way > 0)
    yield Finding(
        rule="slower",
        severity=severity(35, now / max(usual, DAY / 2) / SLOWER),
        since=int(answered.at[-RECENT:][0]),
        entries=tuple(int(each) for each in answered.entry[-RECENT:]),
        told={"days": max(1, round(now / DAY)), "usual": round(usual / DAY, 1)},
    )
