"""Shift minimisation: a large instance, and one of median size."""

import argparse
from typing import Any

from bench.roster.command import solve
from bench.roster.shift_texts import shift_text


def shifts(arguments: argparse.Namespace) -> dict[str, Any]:
    """2,000 tasks and 250 workers; 600 tasks and 90 workers."""
    told: dict[str, Any] = {"seed": arguments.seed}
    for name, tasks, workers in (("tasks_600", 600, 90), ("tasks_2000", 2000, 250)):
        text = shift_text(arguments.seed, tasks=tasks, workers=workers)
        found, _made = solve(text, seconds=arguments.seconds or 60, workers=arguments.workers)
        told[name] = {**found, "proven_optimal": found["workers"] == found["bound"]["workers"]}
    return told
