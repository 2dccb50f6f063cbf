"""Who carries the relation on our side: one alone, nobody behind them, or somebody who is away."""

from collections.abc import Iterator

import numpy as np

from jembatan.radar.analysis.facts import DAY, Facts
from jembatan.radar.analysis.finding import Finding, severity

RECENT, FEWEST, SHARE, WEEKS = 120, 12, 0.9, 4
ABSENT, WRITTEN = 14, 2


def bottleneck(facts: Facts) -> Iterator[Finding]:
    """One of ours has written nine in ten of at least twelve of our mails in four months, in at least four weeks; at least half as many as usual."""
    sent = facts.exchanges.rows((facts.exchanges.way < 0) & (facts.exchanges.ours > 0))
    recent = sent.rows(sent.at >= facts.now - RECENT * DAY)
    if len(recent) < max(FEWEST, _usual(sent.at, facts.now) / 2):
        return
    people, counts = np.unique(recent.ours, return_counts=True)
    share = float(counts.max() / counts.sum())
    weeks = len(np.unique(recent.at // (7 * DAY)))
    if share < SHARE or weeks < WEEKS:
        return
    who = int(people[counts.argmax()])
    theirs = recent.rows(recent.ours == who)
    yield Finding(
        rule="bottleneck",
        severity=severity(25, len(recent) / FEWEST / 2),
        since=int(theirs.at[0]),
        entries=tuple(int(each) for each in theirs.entry[-3:]),
        mark=(who,),
        told={"who": facts.names.get(who, ""), "share": round(100 * share), "number": len(recent)},
    )


def _usual(at: np.ndarray[tuple[int], np.dtype[np.int64]], now: int) -> float:
    """How many mails of ours fell into four months before."""
    before = at[at < now - RECENT * DAY]
    if len(before) == 0:
        return 0.0
    span = max((now - RECENT * DAY - int(before[0])) / (RECENT * DAY), 1.0)
    return len(before) / span


def no_deputy(facts: Facts) -> Iterator[Finding]:
    """The relation is alive (four days with an exchange in four months), and nobody stands behind the lead, or nobody answers for it at all."""
    recent = facts.since(RECENT)
    days = len(np.unique(recent.at // DAY))
    if days < 4 or (facts.answerable.lead and facts.answerable.deputy):
        return
    lead = facts.answerable.lead
    yield Finding(
        rule="no-deputy",
        severity=severity(20 if lead else 28, days / 8),
        since=int(recent.at[0]),
        entries=(int(recent.entry[-1]),),
        mark=(lead, facts.answerable.deputy),
        told={"who": facts.names.get(lead, ""), "fault": "deputy" if lead else "nobody", "days": days},
    )


def absent(facts: Facts) -> Iterator[Finding]:
    """They have written twice or more since the lead did anything, for two weeks and four usual pauses; or the lead is no longer with us."""
    answerable = facts.answerable
    if not answerable.lead:
        return
    came = facts.exchanges.rows((facts.exchanges.way > 0) & (facts.exchanges.at > answerable.active))
    away = (facts.now - answerable.active) / DAY
    gone = not answerable.here and len(facts.exchanges) > 0
    patience = max(ABSENT, 4 * facts.gaps.usual)
    if not gone and (len(came) < WRITTEN or away <= patience):
        return
    shown = came if len(came) else facts.exchanges
    yield Finding(
        rule="absent",
        severity=severity(55, 2.0 if gone else away / patience),
        since=answerable.active or int(shown.at[0]),
        entries=tuple(int(each) for each in shown.entry[-3:]),
        mark=(answerable.lead, int(gone)),
        told={
            "who": facts.names.get(answerable.lead, ""),
            "fault": "gone" if gone else "away",
            "days": int(away),
            "number": len(came),
        },
    )
