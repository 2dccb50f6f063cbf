"""The efficient frontier and the Nash point beside negmas; `python -m bench.negotiation [PYTHON]`.

PYTHON is an interpreter with negmas (`python -m venv X; X/bin/pip install negmas`), left out when this one has it. Targets: the same
frontier and Nash point; 500 times as fast at 100,000 packages of two parties; 50 ms and 200 MB for twelve issues of ten options, also when
every package is efficient (what one wins the other loses); 2 s for five parties and 100,000 packages, also when all are efficient.
Seconds are the median of five; memory is the greatest of a process that does nothing else. Where the two differ, every package is looked at.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from jembatan.negotiation.analysis.analyse import Analysis, analyse
from jembatan.negotiation.analysis.problem import Issue, Party, Problem, Table, problem
from jembatan.negotiation.tests.problems import by_lot

PEER = Path(__file__).with_name("negotiation_peer.py")
NEAR = 1e-9
TIMES = 5


def main() -> None:
    """Measure, print."""
    if sys.argv[1:2] == ["--memory"]:
        print(json.dumps(_greatest()))
        return
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable if find_spec("negmas") else None
    print(json.dumps(measure(python)))


def measure(python: str | None) -> dict[str, Any]:
    """All figures; negmas' are None where there is no interpreter that has it."""
    told: dict[str, Any] = {"bench": "negotiation", "peer": "negmas" if python else None}
    bilateral = [by_lot(kind, 5, 10, 2, seed) for kind in ("random", "opposed") for seed in (1, 2, 3)]
    told["bilateral_100_000"] = _beside(bilateral, python)
    told["five_parties"] = _seconds(by_lot("opposed", 5, 10, 5))
    told["five_parties_tabular"] = _seconds(_tabular(np.random.default_rng(1).random((5, 100_000))))
    everything = np.random.default_rng(1).random((5, 100_000))
    told["five_parties_all_efficient"] = _seconds(_tabular(everything / everything.sum(axis=0)), times=1)
    memory = subprocess.run(
        [sys.executable, "-m", "bench.negotiation", "--memory"], capture_output=True, text=True, check=True
    )
    told["twelve_issues_of_ten"] = json.loads(memory.stdout)
    return told


def _greatest() -> dict[str, Any]:
    told: dict[str, Any] = {"outcomes": 10**12}
    for kind in ("random", "opposed", "constant"):
        told[kind] = _seconds(by_lot(kind, 12, 10, 2))
    told["peak_rss_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, 1)
    return told


def _seconds(given: Problem, *, times: int = TIMES) -> dict[str, Any]:
    found, seconds = _timed(lambda: analyse(given), times)
    return {
        "seconds": round(seconds, 5),
        "efficient": found.utilities.shape[1],
        "exact": found.exact,
        "error": float(f"{max(found.errors):.3g}"),
    }


def _timed(work: Callable[[], Analysis], times: int) -> tuple[Analysis, float]:
    taken = []
    for _time in range(times):
        started = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - started)
    return found, statistics.median(taken)


def _beside(problems: list[Problem], python: str | None) -> dict[str, Any]:
    ours = [_timed(partial(analyse, each), TIMES) for each in problems]
    told: dict[str, Any] = {
        "problems": len(problems),
        "seconds": round(statistics.median(s for _f, s in ours), 5),
    }
    if python is None:
        return told
    theirs = _peer(problems, python)
    seconds = statistics.median(answer["seconds"] for answer in theirs)
    differ = [
        _judge(each, found, answer)
        for each, (found, _s), answer in zip(problems, ours, theirs, strict=True)
        if not _same(found, answer)
    ]
    return told | {
        "peer_seconds": round(seconds, 4),
        "times_as_fast": round(seconds / told["seconds"]),
        "same_frontier_and_nash": len(problems) - len(differ),
        "differ": differ,
    }


def _peer(problems: list[Problem], python: str) -> list[dict[str, Any]]:
    lines = [
        json.dumps(
            {"values": [[[float(v) for v in each] for each in party.scores] for party in given.parties]}
        )
        for given in problems
    ]
    said = subprocess.run(
        [python, str(PEER)], input="\n".join(lines), capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in said.stdout.splitlines() if line.startswith("{")]


def _same(found: Analysis, answer: dict[str, Any]) -> bool:
    ours, theirs = np.array(sorted(found.utilities.T.tolist())), np.array(sorted(answer["pareto"]))
    nash = found.point(found.points.nash)
    return (
        ours.shape == theirs.shape
        and np.allclose(ours, theirs, rtol=0, atol=NEAR)
        and nash is not None
        and any(np.allclose(nash.utilities, other, rtol=0, atol=NEAR) for other in answer["nash"])
    )


def _judge(given: Problem, found: Analysis, answer: dict[str, Any]) -> dict[str, Any]:
    """Which of the two is what looking at every package finds."""
    total = np.zeros((len(given.parties), 1))
    for issue in range(len(given.issues)):
        values = np.array([[float(v) for v in party.scores[issue]] for party in given.parties])
        total = (total[:, :, None] + values[:, None]).reshape(len(given.parties), -1)
    order = np.lexsort((-total[1], -total[0]))
    kept, best = [], -np.inf
    for place in order:
        if total[1, place] > best + NEAR:
            best = total[1, place]
            kept.append(total[:, place].tolist())
    return {
        "packages_looked_at": total.shape[1],
        "efficient": len(kept),
        "jembatan": found.utilities.shape[1],
        "negmas": len(answer["pareto"]),
        "nash_product": float(total.clip(0).prod(axis=0).max()),
        "jembatan_nash": (nash := found.point(found.points.nash)) and nash.utilities,
        "negmas_nash": answer["nash"],
    }


def _tabular(values: "np.ndarray[Any, np.dtype[np.float64]]") -> Problem:
    issues = [Issue(f"issue {number}", tuple(map(str, range(10)))) for number in range(5)]
    parties = [
        Party(f"party {number}", ((),) * 5, (Table(tuple(range(5)), row),))
        for number, row in enumerate(values)
    ]
    return problem(issues, parties)


if __name__ == "__main__":
    main()
