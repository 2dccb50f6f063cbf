"""Checking a letter by all rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from jembatan.correspondence.preflight.finding import Finding, Severity
from jembatan.correspondence.preflight.knowledge import Knowledge
from jembatan.correspondence.preflight.letter import Letter
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import all_rules


@dataclass(frozen=True, slots=True)
class Tuning:
    """How a desk wants one rule: not at all, or at another severity than the rule's own."""

    is_on: bool = True
    severity: Severity | None = None


AS_IT_IS = Tuning()


def check(
    letter: Letter, knowledge: Knowledge, *, tuning: Mapping[str, Tuning] | None = None
) -> list[Finding]:
    """Everything found, in the order of the letter; what concerns no place in the text comes first."""
    reading = Reading(letter, knowledge)
    found: dict[tuple[object, ...], Finding] = {}
    for rule in all_rules():
        tuned = (tuning or {}).get(rule.id, AS_IT_IS)
        if not tuned.is_on:
            continue
        for remark in rule.look(reading):
            finding = Finding(
                rule=rule.id,
                severity=tuned.severity or rule.severity,
                message=remark.message,
                words=remark.words,
                place=remark.place,
                span=remark.span,
                suggestion=remark.suggestion,
            )
            found.setdefault((rule.id, remark.place, remark.span, remark.words), finding)
    return sorted(found.values(), key=lambda finding: finding.span or (-1, -1))
