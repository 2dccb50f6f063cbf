"""Generated games, a tight one and a large one."""

import argparse
import json
import random
from collections import defaultdict
from typing import Any

from bench.roster.command import compile_first, solve
from bench.roster.games import Size, game

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
    """Of each language but English and Malay so few speak it that 70 % of their days are needed; delegations come at night."""
    asked = game(arguments.seed, Size(night_arrivals=True))
    use = _make_scarce(asked, random.Random(arguments.seed))
    told, _made = solve(json.dumps(asked), seconds=arguments.seconds or 60, workers=arguments.workers)
    return {"seed": arguments.seed, "use": use, **told}


def _make_scarce(asked: dict[str, Any], chance: random.Random) -> dict[str, float]:
    """Takes the language from officers until the days that its duties need, by work alone, are a share of the days its speakers have."""
    use = {}
    needed: dict[str, float] = defaultdict(float)
    for duty in asked["duties"]:
        needed[duty["language"]] += duty["officers"] * (duty["end"] - duty["start"]) / asked["rules"]["work"]
    for language in sorted(needed.keys() - {"en"}):
        speakers = [officer for officer in asked["officers"] if language in officer["languages"]]
        chance.shuffle(speakers)
        speakers.sort(
            key=lambda officer: officer["level"]
        )  # Protocol needs the experienced, who are left for it.
        have = sum(_days(officer) for officer in speakers)
        for officer in speakers:
            if needed[language] / (have - _days(officer)) > USE:
                continue
            officer["languages"].remove(language)
            have -= _days(officer)
        use[language] = round(needed[language] / have, 2)
    return use


def _days(officer: dict[str, Any]) -> int:
    return min(len(officer["days"]), 14)
