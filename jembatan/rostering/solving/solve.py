"""A roster for an instance: built, then annealed by all workers until the time is over. Every moment has a roster that keeps the rules."""

import math
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np

from jembatan.rostering.instance import Assignment, Instance
from jembatan.rostering.rules.roster import Roster
from jembatan.rostering.solving.annealing import anneal
from jembatan.rostering.solving.building import build
from jembatan.rostering.solving.fits import fits
from jembatan.rostering.solving.grid import Grid, grid_of
from jembatan.rostering.solving.moves import empty_change
from jembatan.rostering.solving.shares import cut
from jembatan.rostering.solving.state import State, Weights, empty_state, put
from jembatan.rostering.solving.together import seat_together

WEIGHTS = Weights(
    uncovered=8.0, day=1.0, pair=0.6, officer=0.02, fullness=0.3, fading=0.3, fair=0.02, wish=0.02
)
WARM, COLD = 0.15, 0.006
WARM_SHORT = 4.0  # Where too few can do too much: what is open has to wander to where someone is free.
SHORT = 0.01  # Of the places, how many are left at first then that somebody could take.
WARM_AGAIN = 0.04  # A roster that stands already is not shaken as a new one is.
ROUND = 50_000  # Changes that a worker tries before the officers are cut anew; with a clock, as many as it can in `PAUSE` seconds.
PAUSE = 0.25
FEWEST, MANY = 1_000, 3_000_000
SEEDS = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Figures:
    """The aims of a roster in their order; less is better."""

    uncovered: int
    officer_days: int
    pairs: int
    officers: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search is, in seconds, with what it has; `made` gives it as assignments, which takes a moment."""

    seconds: float
    of: float
    figures: Figures
    made: Callable[[], list[Assignment]]


@dataclass(frozen=True, slots=True)
class Solved:
    """A roster that keeps every rule, and its figures."""

    assignments: list[Assignment]
    figures: Figures
    seconds: float


def solve(
    instance: Instance,
    *,
    seconds: float = 60.0,
    workers: int = 2,
    seed: int = 1,
    start: Sequence[Assignment] = (),
    rounds: int | None = None,
    moves: int = ROUND,
    progress: Callable[[Progress], bool | None] | None = None,
    weights: Weights = WEIGHTS,
) -> Solved:
    """The best roster within the time, around what is locked; `start` is one to begin with.

    With `rounds` of `moves` it stops after so many instead, and the same seed and workers give the same roster on every machine.
    A `progress` that answers False ends the search, which keeps what it has.
    """
    began = time.perf_counter()
    grid = grid_of(instance)
    state = _standing(instance, grid, weights, start)
    seat_together(instance, grid, state, weights)
    build(grid, state, weights)
    chance = np.random.default_rng(seed)
    kits = [
        (empty_change(), np.array([(seed * 7919 + n + 1) * SEEDS % 2**64], np.uint64)) for n in range(workers)
    ]
    short = ((state.officer < 0) & grid.may.any(axis=1)).sum() > SHORT * len(grid.day)
    warm = WARM_AGAIN if start else WARM_SHORT if short else WARM
    empty = not len(grid.day) or not grid.officers
    if not empty:
        [whole] = cut(grid, state, np.random.default_rng(seed), 1)
        anneal(grid, state, weights, whole, *kits[0], 0, warm)  # Compiles what is not.
    done, total, ready = 0, max(seconds, 0.1), time.perf_counter() - began
    with ThreadPoolExecutor(workers) as pool:
        while True:
            spent = time.perf_counter() - began
            of_time = (spent - ready) / (total - ready) if total > ready else 1.0
            share_done = of_time if rounds is None else done / rounds if rounds else 1.0
            made = partial(assignments_of, instance, grid, state)
            told = Progress(spent, total, _so_far(grid, state), made)
            if progress is not None and progress(told) is False:
                break
            if share_done >= 1.0 or empty:
                break
            warmth = warm * math.exp(math.log(COLD / warm) * share_done)
            started = time.perf_counter()
            waiting = [
                pool.submit(anneal, grid, state, weights, share, *kit, moves, warmth)
                for share, kit in zip(cut(grid, state, chance, workers), kits, strict=False)
            ]
            for each in waiting:
                each.result()
            done += 1
            if rounds is None:
                pace = PAUSE / max(time.perf_counter() - started, 1e-3)
                moves = int(min(max(moves * min(pace, 2.0), FEWEST), MANY))
    found = assignments_of(instance, grid, state)
    return Solved(found, figures_of(instance, found), time.perf_counter() - began)


def _so_far(grid: Grid, state: State) -> Figures:
    return Figures(
        int(grid.priority[state.officer < 0].sum()),
        int((state.used > 0).sum()),
        int((state.served > 0).sum()),
        int((state.total > 0).sum()),
    )


def figures_of(instance: Instance, assignments: Sequence[Assignment]) -> Figures:
    """The aims' figures of a roster."""
    roster = Roster(instance, assignments)
    return Figures(
        sum(roster.missing(duty) * duty.priority for duty in instance.duties),
        sum(len(days) for days in roster.days_of.values()),
        sum(len(served) for served in roster.served.values()),
        len(roster.days_of),
    )


def assignments_of(instance: Instance, grid: Grid, state: State) -> list[Assignment]:
    """The roster as assignments; a team without its lead is left open, for nobody may begin it."""
    made: list[Assignment] = []
    row = 0
    for duty in instance.duties:
        team = [instance.officers[o] for o in state.officer[row : row + duty.officers] if o >= 0]
        fixed = bool(state.fixed[row : row + duty.officers].any())
        row += duty.officers
        team.sort(key=lambda officer: -officer.level)
        if team and (fixed or team[0].level >= instance.lead_level(duty)):
            made += [Assignment(duty.id, officer.id) for officer in team]
    return made


def _standing(instance: Instance, grid: Grid, weights: Weights, start: Sequence[Assignment]) -> State:
    """Locked assignments as they are, whatever the rules say of them, and of `start` what may stay."""
    state = empty_state(grid)
    officer = {each.id: number for number, each in enumerate(instance.officers)}
    rows = dict(zip((duty.id for duty in instance.duties), _rows(instance), strict=True))
    for assignment in instance.locked:
        o, duty = officer[assignment.officer], instance.duty[assignment.duty]
        row = rows[duty.id]
        free = [p for p in range(row, row + duty.officers) if state.officer[p] < 0]
        if free and o not in state.officer[row : row + duty.officers]:
            able = [p for p in free if grid.may[p, o]]
            p = (able or free)[0]
            put(grid, state, weights, p, o)
            state.fixed[p] = True
    for assignment in Roster(instance, start).assignments():
        o, duty = officer[assignment.officer], instance.duty[assignment.duty]
        row = rows[duty.id]
        for p in range(row, row + duty.officers):
            if state.officer[p] < 0 and fits(grid, state, p, o):
                put(grid, state, weights, p, o)
                break
    return state


def _rows(instance: Instance) -> list[int]:
    rows, row = [], 0
    for duty in instance.duties:
        rows.append(row)
        row += duty.officers
    return rows
