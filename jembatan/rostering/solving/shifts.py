"""Shift minimisation: the same annealing with tasks for duties and one long day, so that an officer-day is a worker."""

import math
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from jembatan.rostering.formats.shifts import Shifts
from jembatan.rostering.solving.annealing import anneal
from jembatan.rostering.solving.building import build
from jembatan.rostering.solving.grid import Grid
from jembatan.rostering.solving.moves import empty_change
from jembatan.rostering.solving.shares import cut
from jembatan.rostering.solving.state import Weights, empty_state

WEIGHTS = Weights(uncovered=3.0, day=1.0, pair=0.0, officer=0.0, fullness=8.0, fading=0.0, fair=0.0, wish=0.0)
WARM, COLD = 0.12, 0.02
MOVES = 50_000


@dataclass(frozen=True, slots=True)
class ShiftsSolved:
    """Who does which task (task, worker), what is left, and the fewest workers there can be."""

    assignments: list[tuple[int, int]]
    uncovered: int
    workers: int
    bound: int
    seconds: float


def solve_shifts(
    shifts: Shifts,
    *,
    seconds: float = 60.0,
    workers: int = 2,
    seed: int = 1,
    told: Callable[[float, int, int], None] | None = None,
) -> ShiftsSolved:
    """As few workers as the time allows; stops as soon as there are no more than the bound."""
    began = time.perf_counter()
    grid = _grid(shifts)
    state = empty_state(grid)
    bound = busiest(shifts)
    build(grid, state, WEIGHTS)
    best, fewest = state.officer.copy(), (int((state.officer < 0).sum()), int((state.used > 0).sum()))
    chance = np.random.default_rng(seed)
    kits = [(empty_change(), np.array([seed * 7919 + 104_729 * (n + 1)], np.uint64)) for n in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        while len(shifts.tasks) and len(shifts.workers):
            spent = time.perf_counter() - began
            if spent >= seconds or fewest <= (0, bound):
                break
            warmth = WARM * math.exp(math.log(COLD / WARM) * spent / seconds)
            waiting = [
                pool.submit(anneal, grid, state, WEIGHTS, share, *kit, MOVES, warmth)
                for share, kit in zip(cut(grid, state, chance, workers), kits, strict=False)
            ]
            for each in waiting:
                each.result()
            now = int((state.officer < 0).sum()), int((state.used > 0).sum())
            if now < fewest:
                best, fewest = state.officer.copy(), now
            if told is not None:
                told(time.perf_counter() - began, *fewest)
    made = [(task, int(worker)) for task, worker in enumerate(best) if worker >= 0]
    return ShiftsSolved(made, fewest[0], fewest[1], bound, time.perf_counter() - began)


def busiest(shifts: Shifts) -> int:
    """How many tasks run at the busiest moment: each needs a worker of its own (the clique bound)."""
    changes = sorted(change for start, end in shifts.tasks for change in ((start, 1), (end, -1)))
    most = now = 0
    for _when, step in changes:
        now += step
        most = max(most, now)
    return most


def _grid(shifts: Shifts) -> Grid:
    tasks, people = len(shifts.tasks), len(shifts.workers)
    start = np.array([start for start, _end in shifts.tasks], np.int32)
    end = np.array([end for _start, end in shifts.tasks], np.int32)
    may = np.zeros((tasks, people), np.bool_, order="F")
    for worker, able in enumerate(shifts.workers):
        may[list(able), worker] = True
    horizon = int(end.max() - start.min()) if tasks else 1
    able_to = [np.flatnonzero(row).astype(np.int32) for row in may]
    begins = np.cumsum([0, *map(len, able_to)])[:-1].astype(np.int32) if tasks else np.zeros(0, np.int32)
    none = np.zeros(tasks, np.int32)
    return Grid(
        duty=np.arange(tasks, dtype=np.int32),
        day=none,
        start=start,
        end=end,
        place=none,
        delegation=none,
        first=np.arange(tasks, dtype=np.int32),
        team=np.ones(tasks, np.int32),
        priority=np.ones(tasks, np.int32),
        may=may,
        speakers=np.concatenate([np.zeros(0, np.int32), *able_to]),
        speakers_from=begins,
        speakers_count=np.array([len(each) for each in able_to], np.int32),
        travel=np.zeros((1, 1), np.int32),
        most=np.full(people, 10**9, np.int32),
        share=np.ones(people),
        apart=np.zeros(0, np.int64),
        dislikes=np.zeros((people, 1), np.bool_),
        wishes=np.zeros((people, 1), np.bool_),
        work=horizon,
        spread=horizon,
        rest=0,
        days_in_7=1,
        week_work=horizon,
        days=1,
        officers=people,
        delegations=1,
        most_a_day=_most_at_once(shifts),
    )


def _most_at_once(shifts: Shifts) -> int:
    """The most tasks that one worker can do one after the other."""
    most = 0
    for able in shifts.workers:
        count, free = 0, 0
        for start, end in sorted((shifts.tasks[task] for task in able), key=lambda task: task[1]):
            if start >= free:
                count, free = count + 1, end
        most = max(most, count)
    return max(most, 1)
