"""How good a roster could be at best: bounds that hold for every roster, and what they assume."""

import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from jembatan.rostering.instance import Assignment, Duty, Id, Instance
from jembatan.rostering.solving.chains import LONGEST, dearest_chains
from jembatan.rostering.solving.covering import Covering
from jembatan.rostering.solving.grid import grid_of
from jembatan.rostering.solving.openings import least_open

NEAR = 1e-7
SHARE_FOR_OPEN = (
    0.35  # Of the time, each for what stays open by priority and by number, where places are scarce.
)
ASSUMES = (
    "Each day is looked at alone; work and spread of a day, and travel, are kept, rest and weeks are not looked at. For open places it is looked at who "
    "may do what, and at scarce places alone. For officer-days every place that somebody is able to take is taken, and any officer does any duty: a "
    "roster with open places can have less. For pairs it looks at each delegation alone in the same way, with the fewest officers that its days ask for."
)


@dataclass(frozen=True, slots=True)
class Bound:
    """No roster has less; `exact_days` of `days` have the bound of the linear programme, the others a simpler one."""

    uncovered: int
    open: int  # The same, places not weighted by priority.
    untakeable: (
        int  # Places that nobody may take, whatever else they do: the other figures leave these out alone.
    )
    officer_days: int
    pairs_of: dict[Id, int]  # By delegation.
    officers: int
    exact_days: int
    days: int
    assumes: str = ASSUMES

    @property
    def pairs(self) -> int:
        """Of all delegations."""
        return sum(self.pairs_of.values())


def bound_of(
    instance: Instance,
    *,
    assignments: Iterable[Assignment] = (),
    seconds: float = 10.0,
    progress: Callable[[int, int], bool] | None = None,
) -> Bound:
    """What no roster undercuts, as far as the time goes; a good roster makes it quicker to find.

    `progress` is told, again and again, how many days are done, and of how many. One that answers False ends it with what is found so far.
    """
    until = time.perf_counter() + seconds
    grid = grid_of(instance)
    able = [int(count) for count in grid.may.sum(axis=1)]
    asked = _asked(instance, able)
    days: dict[int, list[tuple[Duty, int]]] = defaultdict(list)
    parts: dict[tuple[Id, int], list[tuple[Duty, int]]] = defaultdict(list)
    for duty, places in asked:
        days[duty.day].append((duty, places))
        parts[duty.delegation, duty.day].append((duty, places))
    priorities = np.array([duty.priority for duty in instance.duties for _place in range(duty.officers)])
    uncovered, still_open = (
        least_open(instance, grid, counts, _within(seconds * SHARE_FOR_OPEN, progress, len(days)))
        for counts in (priorities, np.ones_like(priorities))
    )
    found = {day: simple(instance, each) for day, each in days.items()}
    exact = 0
    hints = _hints(instance, assignments)
    for done, day in enumerate(sorted(days, key=lambda day: len(days[day]))):

        def going(done: int = done) -> bool:
            return time.perf_counter() < until and (progress is None or progress(done, len(days)))

        better, finished = by_chains(instance, days[day], hints[day], going)
        found[day] = max(found[day], better)
        exact += finished
    most = _most_days(instance)
    by_delegation: dict[Id, list[int]] = defaultdict(list)
    for (delegation, _day), each in parts.items():
        by_delegation[delegation].append(simple(instance, each))
    return Bound(
        uncovered=uncovered,
        open=still_open,
        untakeable=able.count(0),
        officer_days=sum(found.values()),
        pairs_of={
            delegation: max(max(each), math.ceil(sum(each) / most))
            for delegation, each in by_delegation.items()
        },
        officers=max(max(found.values(), default=0), math.ceil(sum(found.values()) / most)),
        exact_days=exact,
        days=len(days),
    )


def _within(seconds: float, progress: Callable[[int, int], bool] | None, days: int) -> Callable[[], bool]:
    until = time.perf_counter() + seconds
    return lambda: time.perf_counter() < until and (progress is None or progress(0, days))


def simple(instance: Instance, asked: list[tuple[Duty, int]]) -> int:
    """The work over what one officer may do, or two moments further apart than one officer's day, whichever asks for more."""
    rules = instance.rules
    work = sum(duty.minutes * places for duty, places in asked)
    low = min(duty.start for duty, _places in asked)
    busy = np.zeros(max(duty.end for duty, _places in asked) - low, np.int64)
    for duty, places in asked:
        busy[duty.start - low : duty.end - low] += places
    later = np.zeros(len(busy) + 1, np.int64)
    later[:-1] = np.maximum.accumulate(busy[::-1])[::-1]
    far = np.minimum(np.arange(len(busy)) + rules.spread, len(busy))
    return max(math.ceil(work / max(rules.work, 1)), int((busy + later[far]).max()))


def by_chains(
    instance: Instance, asked: list[tuple[Duty, int]], hints: list[list[Duty]], going: Callable[[], bool]
) -> tuple[int, bool]:
    """The linear programme that covers a day with chains, by column generation; a bound (Farley's) also where it is ended before its end."""
    asked = sorted(asked, key=lambda each: (each[0].start, each[0].end))
    place = {duty.id: row for row, (duty, _places) in enumerate(asked)}
    programme = Covering([places for _duty, places in asked])
    for row in range(len(asked)):
        programme.add([row], cost=1.0)
    for hint in hints:
        programme.add([place[duty.id] for duty in hint if duty.id in place], cost=1.0)
    start, end, at = (
        np.array([getattr(duty, name) for duty, _ in asked], np.int64) for name in ("start", "end", "place")
    )
    begins, travel = np.unique(start), np.array(instance.travel, np.int64)
    chains = np.full((len(begins), LONGEST), -1, np.int64)
    places = np.array([places for _duty, places in asked])
    bound = 0.0
    while going():
        worth, _saving = programme.solve()
        limits = instance.rules.spread, instance.rules.work
        values = dearest_chains(start, end, at, travel, worth, begins, *limits, chains)
        bound = max(bound, float(worth @ places) / max(float(values.max()), 1.0))
        if values.max() <= 1 + NEAR:
            return math.ceil(bound - 1e-6), True
        seen = {tuple(chain[chain >= 0]) for chain in chains[values > 1 + NEAR]}
        for chain in seen:
            programme.add(map(int, chain), cost=1.0)
    return math.ceil(bound - 1e-6), False


def _asked(instance: Instance, able: Sequence[int]) -> list[tuple[Duty, int]]:
    """Duties with as many places as somebody could take."""
    asked, row = [], 0
    for duty in instance.duties:
        places = sum(1 for count in able[row : row + duty.officers] if count)
        row += duty.officers
        if places:
            asked.append((duty, places))
    return asked


def _hints(instance: Instance, assignments: Iterable[Assignment]) -> dict[int, list[list[Duty]]]:
    days: dict[tuple[object, int], list[Duty]] = defaultdict(list)
    for each in assignments:
        duty = instance.duty[each.duty]
        days[each.officer, duty.day].append(duty)
    hints: dict[int, list[list[Duty]]] = defaultdict(list)
    for (_officer, day), duties in days.items():
        hints[day].append(duties)
    return hints


def _most_days(instance: Instance) -> int:
    """On how many days one officer can work at most."""
    weeks, rest = divmod(len(instance.calendar), 7)
    return max(weeks * min(instance.rules.days_in_7, 7) + min(rest, instance.rules.days_in_7), 1)
