"""Timefold on the same files, with the same time and the same checker; loud where it or a Java 17 is absent.

TIMEFOLD_JARS names the folder with its jars (they lie in the `timefold` wheel below timefold/solver/jars); JAVA_HOME a JDK, else `java` and
`javac` are taken from the path. The model (Roster.java) scores incrementally, and its search has been tuned: see there.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from bench.roster.command import check, compile_first, solve
from bench.roster.games import game
from jembatan.rostering.formats.document import instance_of
from jembatan.rostering.solving.grid import Grid, grid_of

MODEL = Path(__file__).with_name("Roster.java")
AIMS = ("uncovered", "officer_days", "pairs", "officers")


def beside(arguments: argparse.Namespace) -> dict[str, Any]:
    """Both, seed by seed; who is better in the order of the aims."""
    java, javac, jars = _program("java"), _program("javac"), os.environ.get("TIMEFOLD_JARS", "")
    if not (java and javac and jars and any(Path(jars).glob("timefold-solver-core-*.jar"))):
        sys.exit(
            "NOT MEASURED: TIMEFOLD_JARS names no folder with Timefold's jars, or there is no JDK 17 (java, javac)."
        )
    seconds = arguments.seconds or 60
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}{os.pathsep}{Path(jars) / '*'}"
        subprocess.run([javac, "-cp", path, "-d", folder, str(MODEL)], check=True)
        for seed in range(arguments.seed, arguments.seed + arguments.seeds):
            document = game(seed)
            text = json.dumps(document)
            if not rows:
                compile_first(text)
            ours, _made = solve(text, seconds=seconds, workers=arguments.workers, seed=seed)
            theirs = _timefold(Path(folder), [java, "-Xmx4g", "-cp", path, "Roster"], document, seconds)
            better = [ours[aim] for aim in AIMS] < [theirs[aim] for aim in AIMS] and not ours["violations"]
            rows.append(
                {
                    "seed": seed,
                    "jembatan": ours,
                    "timefold": theirs,
                    "better": better or bool(theirs["violations"]),
                }
            )
            print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    return {
        "seconds": seconds,
        "seeds": len(rows),
        "better": sum(row["better"] for row in rows),
        "rows": rows,
    }


def _program(name: str) -> str | None:
    home = os.environ.get("JAVA_HOME")
    return str(Path(home) / "bin" / name) if home else shutil.which(name)


def _timefold(folder: Path, program: list[str], document: dict[str, Any], seconds: float) -> dict[str, Any]:
    instance, numbers, solution = folder / "instance.json", folder / "numbers.txt", folder / "solution.json"
    instance.write_text(json.dumps(document), encoding="utf-8")
    grid = grid_of(instance_of(document))
    numbers.write_text(_numbers(grid), encoding="utf-8")
    said = subprocess.run(
        [*program, str(numbers), str(seconds)],
        capture_output=True,
        text=True,
        check=True,
        timeout=seconds * 3 + 60,
    )
    taken = [line.split() for line in said.stdout.splitlines() if line.startswith("TAKES ")]
    made = [{"duty": int(grid.duty[int(p)]), "officer": int(o)} for _word, p, o in taken]
    led = {int(grid.duty[int(p)]) for _word, p, _o in taken if int(p) == grid.first[int(p)]}
    solution.write_text(
        json.dumps({"assignments": [each for each in made if each["duty"] in led]}), encoding="utf-8"
    )
    found = check(instance, solution)
    return {"violations": len(found["violations"]), "uncovered": found["uncovered"], **found["objective"]}


def _numbers(grid: Grid) -> str:
    """The instance for the model: limits, travel, then a line a position with the officers who may take it."""
    sizes = [len(grid.day), grid.officers, grid.delegations, grid.days, len(grid.travel)]
    limits = [grid.work, grid.spread, grid.rest, grid.days_in_7, grid.week_work]
    lines = [
        " ".join(map(str, [*sizes, *limits])),
        *(" ".join(map(str, row)) for row in grid.travel.tolist()),
    ]
    for p in range(len(grid.day)):
        own = [
            grid.day[p],
            grid.start[p],
            grid.end[p],
            grid.place[p],
            grid.delegation[p],
            grid.first[p],
            grid.team[p],
        ]
        able = np.flatnonzero(grid.may[p])
        lines.append(" ".join(map(str, [*own, grid.priority[p], len(able), *able])))
    return "\n".join(lines) + "\n"
