"""`jembatan roster` as a user has it, on files of a folder, with what it cost."""

import json
import os
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.measured import PROJECT, run

PROGRAM = str(PROJECT / ".venv" / "bin" / "jembatan")
HOME = Path(tempfile.gettempdir()) / "jembatan-bench-roster"


def solve(text: str, *, seconds: float, workers: int, seed: int = 1) -> tuple[dict[str, Any], list[Any]]:
    """What `solve` and the checker say of an instance; the roster. `load` is that of the machine before: others slow it down."""
    with tempfile.TemporaryDirectory() as folder:
        instance, solution = Path(folder) / "instance", Path(folder) / "solution.json"
        instance.write_text(text, encoding="utf-8")
        load = os.getloadavg()[0]
        limits = ["--seconds", str(seconds), "--workers", str(workers), "--seed", str(seed)]
        arguments = [PROGRAM, "roster", "solve", str(instance), *limits, "-o", str(solution), "--json"]
        cost = run(arguments, environment={"JEMBATAN_HOME": str(HOME)})
        said = json.loads(cost.output)
        found = check(instance, solution)
        made = json.loads(solution.read_text(encoding="utf-8"))["assignments"]
    told = {
        "violations": len(found["violations"]),
        "uncovered": found["uncovered"],
        **found["objective"],
        "bound": said["bound"],
        "gap": said["gap"],
        "seconds": said["seconds"],
        "wall_seconds": round(cost.seconds, 1),
        "cpu_seconds": round(cost.cpu_seconds, 1),
        "peak_rss_mb": round(cost.peak_rss_mb),
        "load": round(load, 1),
    }
    return told, made


def check(instance: Path, solution: Path) -> dict[str, Any]:
    """What the separate checker says."""
    said = subprocess.run(
        [PROGRAM, "roster", "check", str(instance), str(solution), "--json"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "JEMBATAN_HOME": str(HOME)},
    )
    answer: dict[str, Any] = json.loads(said.stdout)
    return answer


def compile_first(text: str) -> float:
    """Make the compiled loops; the seconds that took."""
    started = time.perf_counter()
    solve(text, seconds=0.5, workers=1)
    return round(time.perf_counter() - started, 1)
