"""Rosters of games beside Timefold's; `python -m bench.roster.peer [--seeds 10] [--seconds 60] [--wheel FILE] [INSTANCE...]`.

Both get the same file and two threads, one side after the other; Timefold gets the wall time that our command took from its start to its
end, reading and writing included. Both are judged by `jembatan roster check`. The instances are generated games of seeds 1, 2, ...,
unless files are named. Better is who is ahead in the order of the aims: broken rules, open places by priority, officer-days, pairs,
officers. Target: better on 9 of 10 seeds. `cpu_seconds` tell whether others kept the machine busy meanwhile.

Timefold comes from the `timefold` wheel (1.24.0b0), which nothing else needs: --wheel names it, else the one that is installed is
taken. A Java 17 compiles bench/roster/timefold/ each time. What was tried to make the other side strong: its README.md.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.measured import run
from bench.roster.command import check, compile_first, solve
from bench.roster.games import game
from bench.roster.java import compiled

WORKERS = 2
AIMS = ("violations", "uncovered", "officer_days", "pairs", "officers")


def main() -> None:
    """Solve every instance twice, tell of each on standard error, print one line."""
    parser = argparse.ArgumentParser(prog="bench.roster.peer")
    parser.add_argument("instances", nargs="*", type=Path)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--wheel", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as name:
        folder = Path(name)
        peer = compiled(asked.wheel, folder)
        instances = asked.instances or [_generated(seed, folder) for seed in range(1, asked.seeds + 1)]
        compile_first(instances[0].read_text(encoding="utf-8"))
        rows = []
        for instance in instances:
            rows.append(_beside(instance, asked.seconds, peer, folder))
            print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    ahead = sum(row["better"] == "jembatan" for row in rows)
    told = {"bench": "roster peer", "peer": "timefold 1.24.0", "seconds": asked.seconds, "workers": WORKERS}
    print(json.dumps(told | {"jembatan_better": ahead, "of": len(rows), "rows": rows}))


def _generated(seed: int, folder: Path) -> Path:
    instance = folder / f"games-{seed}.json"
    instance.write_text(json.dumps(game(seed)), encoding="utf-8")
    return instance


def _beside(instance: Path, seconds: float, peer: list[str], folder: Path) -> dict[str, Any]:
    """Both sides' figures, and who is better."""
    ours, _made = solve(instance.read_text(encoding="utf-8"), seconds=seconds, workers=WORKERS)
    theirs = _timefold(instance, max(seconds, ours["wall_seconds"]), peer, folder)
    a, b = ([side[aim] for aim in AIMS] for side in (ours, theirs))
    better = "neither" if a == b else "jembatan" if a < b else "timefold"
    return {"instance": instance.name, "better": better, "jembatan": ours, "timefold": theirs}


def _timefold(instance: Path, seconds: float, peer: list[str], folder: Path) -> dict[str, Any]:
    solution = folder / "timefold.json"
    cost = run([*peer, str(instance), str(solution), str(seconds), str(WORKERS), "1"], environment={})
    found = check(instance, solution)
    return {
        "violations": len(found["violations"]),
        "uncovered": found["uncovered"],
        **found["objective"],
        "wall_seconds": round(cost.seconds, 1),
        "cpu_seconds": round(cost.cpu_seconds, 1),
        "peak_rss_mb": round(cost.peak_rss_mb),
    }


if __name__ == "__main__":
    main()
