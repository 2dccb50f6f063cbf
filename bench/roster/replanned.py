"""Two hundred mishaps on a roster of the games: how many changes, how long, and whether what comes out keeps the rules."""

import argparse
import json
import random
import time
from typing import Any

from bench.roster.command import compile_first, solve
from bench.roster.games import game
from bench.timed import percentile
from jembatan.rostering.checking.checked import check_roster
from jembatan.rostering.clocks import DAY
from jembatan.rostering.formats.document import instance_of
from jembatan.rostering.formats.written import assignments_document, instance_document
from jembatan.rostering.instance import Assignment, Instance
from jembatan.rostering.replanning import DutyMoved, Happening, NoShow, OfficerAway, replan

TIMES = 200


def replan_often(arguments: argparse.Namespace) -> dict[str, Any]:
    """Each mishap alone, on the same roster."""
    document = game(arguments.seed)
    compile_first(json.dumps(document))
    told, made = solve(json.dumps(document), seconds=arguments.seconds or 60, workers=arguments.workers)
    instance = instance_of(document)
    given = [Assignment(each["duty"], each["officer"]) for each in made]
    chance = random.Random(arguments.seed)
    changes, seconds, broken, left = [], [], 0, 0
    for _time in range(TIMES):
        happening = _mishap(instance, given, chance)
        started = time.perf_counter()
        after = replan(instance, given, happening)
        seconds.append(1000 * (time.perf_counter() - started))
        changes.append(len(after.steps))
        found = check_roster(instance_document(after.instance), assignments_document(after.assignments))
        broken += len(found.violations)
        left += len(after.open)
    return {
        "seed": arguments.seed,
        "officer_days": told["officer_days"],
        "times": TIMES,
        "most_changes": max(changes),
        "violations": broken,
        "left_open": left,
        "median_ms": percentile(seconds, 0.5),
        "p95_ms": percentile(seconds, 0.95),
    }


def _mishap(instance: Instance, given: list[Assignment], chance: random.Random) -> Happening:
    one = chance.choice(given)
    duty = instance.duty[one.duty]
    kind = chance.randrange(3)
    if kind == 0:
        later = chance.randrange(-8, 9) * 15
        start = max(duty.day * DAY, min(duty.start + later, duty.day * DAY + DAY - 15))
        return DutyMoved(duty.id, start, start + duty.minutes)
    if kind == 1:
        return OfficerAway(one.officer, duty.day * DAY, (duty.day + 1) * DAY)
    return NoShow(one.officer, duty.id)
