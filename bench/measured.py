"""Running a command and watching what it costs."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

PROJECT = Path(__file__).resolve().parents[1]
GLANCE = 0.1


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall seconds, processor seconds of the command and its children, and their greatest memory together."""

    seconds: float
    cpu_seconds: float
    peak_rss_mb: float
    output: str


def run(arguments: list[str], *, environment: dict[str, str], leave_out: str = "postgres") -> Cost:
    """Run to the end; processes whose command line contains `leave_out` (the database) are not counted as memory."""
    started = time.perf_counter()
    # Into a file: a pipe that nobody reads meanwhile would hold up whoever says much.
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(arguments, env={**os.environ, **environment}, stdout=said) as process,
    ):
        peak, cpu = _watch(psutil.Process(process.pid), leave_out)
        said.seek(0)
        output = said.read().decode()
    if process.returncode:
        sys.exit(f"{' '.join(arguments)} failed ({process.returncode}).")
    return Cost(time.perf_counter() - started, cpu, peak / 1e6, output)


def jembatan(*arguments: str, home: Path) -> tuple[dict[str, Any], Cost]:
    """A `--json` command of this project on its own database below `home`, with what it said."""
    program = [str(PROJECT / ".venv" / "bin" / "jembatan"), *arguments, "--json"]
    cost = run(program, environment={"JEMBATAN_HOME": str(home)})
    return json.loads(cost.output), cost


def _watch(process: psutil.Process, leave_out: str) -> tuple[float, float]:
    peak, cpu = 0.0, 0.0
    while True:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return peak, cpu
            times = process.cpu_times()
            cpu = times.user + times.system + times.children_user + times.children_system
            family = [process, *process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return peak, cpu
        peak = max(peak, sum(_memory(member, leave_out) for member in family))
        time.sleep(GLANCE)


def _memory(process: psutil.Process, leave_out: str) -> int:
    """Resident bytes; none of a process that has ended meanwhile."""
    try:
        return 0 if leave_out in " ".join(process.cmdline()) else process.memory_info().rss
    except psutil.NoSuchProcess:
        return 0
