"""How much of what is wrong the pre-flight check finds, and how often it cries wolf; `python -m bench.preflight [-v]`.

The targets are a recall of 0.9 and at most one false alarm in ten clean mails. `held_out` was written together with `tuning` and never
looked at while the rules were made; the clean mails are also checked with an empty directory. With -v each miss and each false
alarm is told on standard error.
"""

import json
import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from bench.preflight_cases import Case, Fault
    from jembatan.correspondence.preflight.finding import Finding


@dataclass(slots=True)
class Score:
    """Planted and found by rule; clean mails, those with an alarm, and alarms by rule."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    alarmed: int = 0
    alarms: Counter[str] = field(default_factory=Counter)
    surplus: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Measure, print."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jembatan.config.settings")
    django.setup()
    tuned, held_out = _score("tuning"), _score("held_out")
    told = {
        "bench": "preflight",
        "tuning": _figures(tuned),
        "held_out": _figures(held_out),
        "false_alarms_with_an_empty_directory": round(_alarms_knowing_nothing(), 3),
        "recall_by_rule": _recall_by_rule(tuned, held_out),
    }
    print(json.dumps(told))


def _score(part: str) -> Score:
    from bench.preflight_cases import cases
    from jembatan.correspondence.preflight.check import check

    score = Score()
    for case in cases(part):
        findings = check(case.letter, case.knowledge)
        if not case.faults:
            score.clean += 1
            score.alarmed += bool(findings)
            score.alarms.update(finding.rule for finding in findings)
        for fault in case.faults:
            score.planted[fault.rule] += 1
            if any(finding.rule == fault.rule and _meets(case, finding, fault) for finding in findings):
                score.found[fault.rule] += 1
            else:
                _tell(f"{part} {case.name}: missed {fault.rule} ({fault.words})")
        rules = {fault.rule for fault in case.faults}
        for finding in findings:
            if finding.rule not in rules:
                score.surplus[finding.rule] += 1
                _tell(f"{part} {case.name}: false alarm {finding.rule}: {finding.words!r} {finding.message}")
    return score


def _alarms_knowing_nothing() -> float:
    from bench.preflight_cases import cases
    from jembatan.correspondence.preflight.check import check
    from jembatan.correspondence.preflight.knowledge import Knowledge

    clean = [case for part in ("tuning", "held_out") for case in cases(part) if not case.faults]
    alarmed = 0
    for case in clean:
        findings = check(case.letter, Knowledge())
        alarmed += bool(findings)
        for finding in findings:
            _tell(f"knowing nothing, {case.name}: {finding.rule}: {finding.words!r}")
    return alarmed / len(clean)


def _meets(case: "Case", finding: "Finding", fault: "Fault") -> bool:
    """The finding points at the words that were planted, or at more or less of them."""
    marked = case.letter.text[slice(*finding.span)] if finding.span else ""
    pointed_at = [words for words in (finding.words, marked) if words]
    return not fault.words or any(fault.words in words or words in fault.words for words in pointed_at)


def _figures(score: Score) -> dict[str, float | int]:
    planted = score.planted.total()
    return {
        "faults": planted,
        "recall": round(score.found.total() / planted, 3),
        "clean_mails": score.clean,
        "false_alarm_rate": round(score.alarmed / score.clean, 3),
        "findings_beside_the_planted": score.surplus.total(),
    }


def _recall_by_rule(*scores: Score) -> dict[str, str]:
    planted, found = Counter[str](), Counter[str]()
    for score in scores:
        planted += score.planted
        found += score.found
    return {rule: f"{found[rule]}/{planted[rule]}" for rule in sorted(planted)}


def _tell(line: str) -> None:
    if "-v" in sys.argv and not line.startswith("held_out"):
        print(line, file=sys.stderr)


if __name__ == "__main__":
    main()
