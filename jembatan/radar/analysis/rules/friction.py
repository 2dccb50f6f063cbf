"""What rubs: their language, and their hours."""

from collections.abc import Iterator

import numpy as np

from jembatan.radar.analysis.facts import DAY, Facts
from jembatan.radar.analysis.finding import Finding, severity

RECENT, FEWEST = 120, 5
NIGHT_ENDS, NIGHT_BEGINS = 7, 21


def language(facts: Facts) -> Iterator[Finding]:
    """They have written at least four in five of at least five mails in one language, and our last five were mostly in another."""
    recent = facts.since(RECENT)
    told = recent.rows((recent.language > 0) & (recent.way != 0))
    came, sent = told.language[told.way > 0], told.rows(told.way < 0)
    if len(came) < FEWEST or len(sent) < FEWEST:
        return
    languages, counts = np.unique(came, return_counts=True)
    theirs = int(languages[counts.argmax()])
    last = sent.rows(np.arange(len(sent)) >= len(sent) - FEWEST)
    other = last.rows(last.language != theirs)
    if counts.max() < 0.8 * len(came) or len(other) < 4:
        return
    yield Finding(
        rule="language",
        severity=severity(22, len(other) / 4),
        since=int(other.at[0]),
        entries=tuple(int(each) for each in other.entry),
        mark=(theirs,),
        told={"theirs": theirs, "ours": int(other.language[-1]), "number": len(other)},
    )


def hours(facts: Facts) -> Iterator[Finding]:
    """At least three in five of our last mails (five or more in four months) and meetings fell into their night."""
    recent = facts.since(RECENT)
    sent = recent.rows((recent.way <= 0) & (recent.hour >= 0))
    if len(sent) < FEWEST:
        return
    last = sent.rows(np.arange(len(sent)) >= len(sent) - 2 * FEWEST)
    night = last.rows((last.hour < NIGHT_ENDS) | (last.hour >= NIGHT_BEGINS))
    if len(night) < max(FEWEST, 0.6 * len(last)):
        return
    yield Finding(
        rule="hours",
        severity=severity(18, len(night) / FEWEST),
        since=int(night.at[0]),
        entries=tuple(int(each) for each in night.entry[-FEWEST:]),
        mark=("night", int(night.at[0] // (30 * DAY))),
        told={"number": len(night), "of": len(last)},
    )
