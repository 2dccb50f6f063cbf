"""The open duties of a roster as a document: what keeps the officers away, who is nearest, and what would cure it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from jembatan.rostering.instance import Assignment, Instance
from jembatan.rostering.rules.ranking import explain_open
from jembatan.rostering.rules.refusals import Remedy
from jembatan.rostering.rules.roster import Roster

SHOWN = 20
NEAREST = 3

CURES = {
    Remedy.ANOTHER_OFFICER: "take somebody else",
    Remedy.RELEASE: "give {duties} to somebody else",
    Remedy.LATER: "start it {minutes} min later",
    Remedy.EARLIER: "end it {minutes} min earlier",
    Remedy.SHORTER: "make it {minutes} min shorter",
    Remedy.LEAD_FIRST: "first put somebody of level {level} on it",
    Remedy.RECORD: "record their {what}",
    Remedy.CHANGE_DATA: "ask them and change their {what}",
    Remedy.MORE_PLACES: "let it take more officers",
}


def why_open(instance: Instance, assignments: Sequence[Assignment]) -> list[dict[str, Any]]:
    """The most urgent first: how many officers each rule keeps away, and the officers who are nearest, with all that is in their way."""
    roster = Roster(instance, assignments)
    left = sorted(
        (duty for duty in instance.duties if roster.missing(duty) > 0), key=lambda duty: -duty.priority
    )
    told = []
    for duty in left[:SHOWN]:
        why = explain_open(roster, duty.id, limit=NEAREST)
        told.append(
            {
                "duty": duty.id,
                "places": roster.missing(duty),
                "could": len(why.candidates),
                "refused": {rule.value: count for rule, count in why.refused.items()},
                "nearest": [
                    {
                        "officer": refusal.officer,
                        "rule": refusal.rule.value,
                        "cures": [
                            {name: value for name, value in asdict(cure).items() if value}
                            for cure in refusal.cures
                        ],
                    }
                    for refusal in why.nearest
                ],
            }
        )
    return told


def lines(told: dict[str, Any]) -> Iterator[str]:
    """The same of one duty for people."""
    kept = ", ".join(f"{rule} {count}" for rule, count in told["refused"].items())
    reason = f"Officers kept away by: {kept}." if kept else "There are no officers."
    if told["could"]:
        reason = "Somebody can still take it: look longer."
    yield f"Duty {told['duty']} has {told['places']} open. {reason}"
    for each in told["nearest"]:
        cures = ", or ".join(_cure(cure) for cure in each["cures"])
        yield f"  Officer {each['officer']}, {each['rule']}: {cures}."


def _cure(cure: dict[str, Any]) -> str:
    words = {"duties": " and ".join(f"duty {duty}" for duty in cure.get("duties", ()))}
    return CURES[cure["remedy"]].format(**cure | words)
