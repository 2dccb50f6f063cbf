"""The checker of shift texts: each task has one worker who can do it, and nobody does two at once."""

from collections import defaultdict
from itertools import pairwise
from typing import Any

from jembatan.rostering.checking.checked import Checked, Violation


def parse_shifts(text: str) -> tuple[list[tuple[int, int]], list[set[int]]]:
    """Tasks and, by worker, what they can do, of a text that is known to be well-formed."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    jobs = int(lines[1].split("=")[1])
    tasks = [(int(start), int(end)) for start, end in (line.split() for line in lines[2 : 2 + jobs])]
    able = [set(map(int, line.split(":")[1].split())) for line in lines[3 + jobs :]]
    return tasks, able


def check_shifts(text: str, solution: dict[str, Any]) -> Checked:
    """Look at every task and every worker."""
    tasks, able = parse_shifts(text)
    found, work, times = Checked(), defaultdict[int, list[int]](list), [0] * len(tasks)
    for each in solution["assignments"]:
        task, worker = each["duty"], each["officer"]
        if not (isinstance(task, int) and isinstance(worker, int)):
            found.violations.append(Violation("unknown", f"{task!r} and {worker!r} are no numbers."))
        elif not 0 <= task < len(tasks) or not 0 <= worker < len(able):
            what = f"There is no task {task} or no worker {worker}."
            found.violations.append(Violation("unknown", what, worker, task))
        else:
            times[task] += 1
            work[worker].append(task)
            if task not in able[worker]:
                what = f"Worker {worker} cannot do task {task}."
                found.violations.append(Violation("qualification", what, worker, task))
    for task, count in enumerate(times):
        if count > 1:
            found.violations.append(Violation("too_many", f"Task {task} is done {count} times.", None, task))
    for worker, done in work.items():
        done.sort(key=lambda task: tasks[task])
        for first, then in pairwise(done):
            if tasks[then][0] < tasks[first][1]:
                what = f"Worker {worker} does the tasks {first} and {then} at once."
                found.violations.append(Violation("overlap", what, worker, then))
    found.open_places = found.uncovered = times.count(0)
    found.objective = {"workers": len(work)}
    return found
