"""Rosters beside their targets; `python -m bench.roster games|shifts|tight|large|replan [--seed N] [--seconds N] [--workers N]`.

Each prints one JSON line; every roster is made by `jembatan roster solve` and its figures are those of `jembatan roster check`.
games: nothing uncovered by 20 s; 3,826 officer-days and 669 pairs by 60 s; 3,749 and 653 by 300 s (seed 1). shifts: 2,000 tasks and 250
workers within 2 % of the clique bound in 60 s, and a median instance proven optimal. tight: scarce languages in use to 70 % at least, arrivals at
night. large: 5,000 officers and 20,000 duties in 5 minutes and 4 GB. replan: at most 5 changes, no rest broken, p95 of 2 s.
The compiled loops are made first, as a desk that has made a roster before has them; `compiling_seconds` says how long that took.
Beside Timefold: `python -m bench.roster.peer`.
"""

import argparse
import json
from collections.abc import Callable
from typing import Any

from bench.roster import replanned, shifted, solved

KINDS: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "games": solved.games,
    "tight": solved.tight,
    "large": solved.large,
    "shifts": shifted.shifts,
    "replan": replanned.replan_often,
}


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(prog="bench.roster")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=None)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    print(json.dumps({"bench": f"roster {arguments.kind}", **KINDS[arguments.kind](arguments)}))


if __name__ == "__main__":
    main()
