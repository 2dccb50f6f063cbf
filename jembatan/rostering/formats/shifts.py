"""The published text of shift minimisation personnel task scheduling: tasks with times, workers with the tasks they can do.

Type = 1
Jobs = 3
0 10        (a task's start and end, half-open)
...
Qualifications = 2
2: 0 2      (how many tasks the worker can do, and which)
"""

import re
from dataclasses import dataclass

from jembatan.rostering.formats.problems import Problems

HEADING = re.compile(r"(\w+)\s*=\s*(-?\d{1,9})")
MOST_TASKS = 100_000
LATEST = 10**9


@dataclass(frozen=True, slots=True)
class Shifts:
    """Tasks as half-open intervals; of each worker, the tasks that they can do. Both are numbered from 0."""

    tasks: tuple[tuple[int, int], ...]
    workers: tuple[frozenset[int], ...]


def looks_like_shifts(text: str) -> bool:
    """Whether the text is meant as this format and not as JSON."""
    return re.match(r"\s*(#[^\n]*\n\s*)*Type\s*=", text) is not None


def read_shifts(text: str) -> Shifts:
    """The tasks and workers; NotAnInstance says what is wrong, and in which line."""
    problems = Problems()
    lines = [
        (number, stripped)
        for number, line in enumerate(text.splitlines(), 1)
        if (stripped := line.strip()) and not stripped.startswith("#")
    ]
    kind, lines = _heading("Type", lines, problems)
    if kind != 1:
        problems.add("Type", f"is {kind}.", "Only type 1 (tasks with fixed times) can be read.")
    jobs, lines = _heading("Jobs", lines, problems)
    problems.stop()
    tasks = tuple(_task(number, line, problems) for number, line in lines[:jobs])
    if len(tasks) < jobs or jobs > MOST_TASKS:
        problems.add(
            "Jobs", f"says {jobs}, and {len(tasks)} lines follow.", "Give a line `start end` for each."
        )
    workers, lines = _heading("Qualifications", lines[jobs:], problems)
    problems.stop()
    able = tuple(_worker(number, line, jobs, problems) for number, line in lines[:workers])
    if len(able) < workers:
        what = f"says {workers}, and {len(able)} lines follow."
        problems.add("Qualifications", what, "Give a line `count: tasks` for each worker.")
    problems.stop()
    return Shifts(tasks, able)


def _heading(
    name: str, lines: list[tuple[int, str]], problems: Problems
) -> tuple[int, list[tuple[int, str]]]:
    if lines and (found := HEADING.fullmatch(lines[0][1])) and found[1] == name and int(found[2]) >= 0:
        return int(found[2]), lines[1:]
    where = f"line {lines[0][0]}" if lines else "the end"
    problems.add(where, f"is not `{name} = n`.", f"Let `{name} = ` and a number stand here.")
    problems.stop()
    raise AssertionError


def _task(number: int, line: str, problems: Problems) -> tuple[int, int]:
    words = line.split()
    if len(words) == 2 and all(re.fullmatch(r"\d{1,9}", word) for word in words):
        start, end = int(words[0]), int(words[1])
        if start < end:
            return start, end
        problems.add(
            f"line {number}", f"is a task that ends at {end} and starts at {start}.", "Let it end later."
        )
    else:
        problems.add(f"line {number}", "is no task.", "Write its start and its end, two whole numbers.")
    return 0, 1


def _worker(number: int, line: str, jobs: int, problems: Problems) -> frozenset[int]:
    count, colon, rest = line.partition(":")
    words = rest.split()
    if (
        not colon
        or not re.fullmatch(r"\d{1,9}", count.strip())
        or not all(re.fullmatch(r"\d{1,9}", w) for w in words)
    ):
        problems.add(f"line {number}", "is no worker.", "Write `count: ` and the numbers of tasks.")
        return frozenset()
    if int(count) != len(words):
        problems.add(
            f"line {number}", f"says {int(count)} tasks and names {len(words)}.", "Correct the count."
        )
    if unknown := [word for word in words if int(word) >= jobs]:
        problems.add(f"line {number}", f"names task {unknown[0]}, and the last one is {jobs - 1}.")
        return frozenset()
    return frozenset(map(int, words))
