"""Generated games, a tight one and a large one."""

import argparse
import json
import math
import random
from collections import defaultdict
from itertools import accumulate
from typing import Any

from bench.roster.command import compile_first, solve
from bench.roster.games import Size, game
from jembatan.rostering.formats.document import read_instance
from jembatan.rostering.instance import Assignment
from jembatan.rostering.replanning import mend
from jembatan.rostering.rules.roster import Roster

USE = 0.7
LARGE = Size(delegations=100, duties=20_000, officers=5_000)


def games(arguments: argparse.Namespace) -> dict[str, Any]:
    """20, 60 and 300 seconds, or `--seconds`."""
    text = json.dumps(game(arguments.seed))
    told: dict[str, Any] = {"seed": arguments.seed, "compiling_seconds": compile_first(text)}
    for seconds in [arguments.seconds] if arguments.seconds else [20, 60, 300]:
        told[f"{seconds:g}_s"], _made = solve(text, seconds=seconds, workers=arguments.workers)
    return told


def large(arguments: argparse.Namespace) -> dict[str, Any]:
    """A checked roster of 5,000 officers and 20,000 duties."""
    asked = game(arguments.seed, LARGE)
    told, _made = solve(json.dumps(asked), seconds=arguments.seconds or 240, workers=arguments.workers)
    return {
        "seed": arguments.seed,
        "officers_there": len(asked["officers"]),
        "duties": len(asked["duties"]),
        **told,
    }


def tight(arguments: argparse.Namespace) -> dict[str, Any]:
    """So few speak any language but English that at least 70 % of their days are needed; delegations come and leave at night."""
    asked = game(arguments.seed, Size(night_arrivals=True))
    use = _make_scarce(asked, random.Random(arguments.seed))
    text = json.dumps(asked)
    told, made = solve(text, seconds=arguments.seconds or 60, workers=arguments.workers)
    return {"seed": arguments.seed, "use": use, **told, **_still_open(text, made)}


def _still_open(text: str, made: list[dict[str, Any]]) -> dict[str, int]:
    """How many duties have open places, and how many of them somebody could take, if need be after passing a duty on to a colleague."""
    instance = read_instance(text)
    assignments = [Assignment(each["duty"], each["officer"]) for each in made]
    roster = Roster(instance, assignments)
    duties = [duty.id for duty in instance.duties if roster.missing(duty)]
    fillable = [duty for duty in duties if not mend(instance, assignments, (), empty=[duty]).open]
    return {"duties_open": len(duties), "duties_open_that_could_be_filled": len(fillable)}


def _make_scarce(asked: dict[str, Any], chance: random.Random) -> dict[str, float]:
    """Takes each language from officers, the least experienced first, until the days that it needs at least are that share of its speakers' days."""
    use = {}
    for language, needed in sorted(_needed(asked).items()):
        speakers = [officer for officer in asked["officers"] if language in officer["languages"]]
        chance.shuffle(speakers)
        speakers.sort(key=lambda officer: officer["level"])  # Protocol needs the experienced.
        have = sum(map(_days, speakers))
        for officer in speakers:
            if needed / have >= USE:
                break
            officer["languages"].remove(language)
            have -= _days(officer)
        use[language] = round(needed / have, 2)
    return use


def _needed(asked: dict[str, Any]) -> dict[str, int]:
    """Officer-days that each language but English needs at least: each day its work, or its busiest moment."""
    by_day: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for duty in asked["duties"]:
        by_day[duty["language"], duty["day"]].append(duty)
    needed: dict[str, int] = defaultdict(int)
    for (language, _day), duties in by_day.items():
        if language != "en":
            work = sum(duty["officers"] * (duty["end"] - duty["start"]) for duty in duties)
            needed[language] += max(math.ceil(work / asked["rules"]["work"]), _busiest(duties))
    return needed


def _busiest(duties: list[dict[str, Any]]) -> int:
    changes: list[tuple[int, int]] = sorted(
        change for d in duties for change in ((d["start"], d["officers"]), (d["end"], -d["officers"]))
    )
    return max(accumulate(step for _when, step in changes))


def _days(officer: dict[str, Any]) -> int:
    return min(len(officer["days"]), 14)
