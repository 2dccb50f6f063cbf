"""Rosters of games beside Timefold's; `python -m bench.roster.peer [--seeds 10] [--seconds 60] [--wheel FILE] [INSTANCE...]`.

Both get the same file, the same wall time from start to end (reading and writing included) and two threads, one after the other on an
otherwise quiet machine, and are judged by `jembatan roster check`. The instances are generated games of seeds 1, 2, ..., unless
files are named. Better is who is ahead in the order of the aims: broken rules, open places by priority, officer-days, pairs, officers.
Target: better on 9 of 10 seeds. What the other side is made of, and what was tried to make it strong: bench/roster/README.md.

Timefold comes from the `timefold` wheel (1.24.0b0), which no other part of the product needs: --wheel names it, else the one that is
installed is taken. Java 17 compiles the program in bench/roster/timefold/ each time.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.measured import PROJECT, Cost, run
from bench.roster.java import compiled

WORKERS = 2
PROGRAM = str(PROJECT / ".venv" / "bin" / "jembatan")
AIMS = ("violations", "uncovered", "officer_days", "pairs", "officers")


def main() -> None:
    """Solve every instance twice, tell of each on standard error, print one line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("instances", nargs="*", type=Path)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--wheel", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as name:
        folder = Path(name)
        peer = compiled(asked.wheel, folder)
        rows = []
        for instance in asked.instances or _generated(asked.seeds, folder):
            rows.append(_beside(instance, asked.seconds, peer, folder))
            print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    ahead = sum(row["better"] == "jembatan" for row in rows)
    told = {"bench": "roster.peer", "peer": "timefold 1.24.0", "seconds": asked.seconds, "workers": WORKERS}
    print(json.dumps(told | {"jembatan_better": ahead, "of": len(rows), "instances": rows}))


def _generated(seeds: int, folder: Path) -> list[Path]:
    from bench.roster.games import game

    found = []
    for seed in range(1, seeds + 1):
        found.append(folder / f"games-{seed}.json")
        found[-1].write_text(json.dumps(game(seed)))
    return found


def _beside(instance: Path, seconds: int, peer: list[str], folder: Path) -> dict[str, Any]:
    """Both sides' figures, and who is better."""
    ours, theirs = folder / "ours.json", folder / "theirs.json"
    limits = ["--seconds", str(seconds), "--workers", str(WORKERS)]
    made = run(
        [PROGRAM, "roster", "solve", str(instance), *limits, "-o", str(ours), "--json"], environment={}
    )
    first = _judged(instance, ours, made)
    made = run([*peer, str(instance), str(theirs), str(seconds), str(WORKERS), "1"], environment={})
    second = _judged(instance, theirs, made)
    a, b = ([side[aim] for aim in AIMS] for side in (first, second))
    better = "neither" if a == b else "jembatan" if a < b else "timefold"
    return {"instance": instance.name, "better": better, "jembatan": first, "timefold": second}


def _judged(instance: Path, solution: Path, cost: Cost) -> dict[str, Any]:
    """What the checker says of the roster, and what it took to make it."""
    check = [PROGRAM, "roster", "check", str(instance), str(solution), "--json"]
    said = subprocess.run(check, stdout=subprocess.PIPE, text=True, check=False)
    if not said.stdout:
        sys.exit(f"{solution.name} could not be judged.")
    found = json.loads(said.stdout)
    return {
        "violations": len(found["violations"]),
        "uncovered": found["uncovered"],
        **found["objective"],
        "seconds": round(cost.seconds, 1),
        "cpu_seconds": round(cost.cpu_seconds, 1),
        "peak_rss_mb": round(cost.peak_rss_mb),
    }


if __name__ == "__main__":
    main()
