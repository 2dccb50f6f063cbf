"""The same question asked again."""

from collections.abc import Iterator

from jembatan.radar.analysis.facts import DAY, Facts, Question
from jembatan.radar.analysis.finding import Finding, severity

LIKE, FEWEST_WORDS, APART, MOST = 0.6, 3, 90, 600


def repeated_question(facts: Facts) -> Iterator[Finding]:
    """They have asked it at least twice within a quarter, in different mails, and it is open; of their latest six hundred questions."""
    groups: list[list[Question]] = []
    for question in sorted(facts.questions)[-MOST:]:
        if len(question.words) < FEWEST_WORDS:
            continue
        for group in groups:
            if question.at - group[-1].at <= APART * DAY and alike(question.words, group[-1].words):
                if question.entry != group[-1].entry:
                    group.append(question)
                break
        else:
            groups.append([question])
    for group in groups:
        if len(group) > 1 and not group[-1].answered:
            yield Finding(
                rule="repeated-question",
                key=f"question {group[0].entry}",
                severity=severity(45, len(group) / 2),
                since=group[0].at,
                entries=tuple(each.entry for each in group),
                told={"times": len(group), "name": " ".join(sorted(group[0].words)[:6])},
            )


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Most of the words of both are the same."""
    return len(one & other) >= LIKE * len(one | other)
