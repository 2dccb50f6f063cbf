"""Milliseconds of many calls, told as percentiles."""

import time
from collections.abc import Callable, Iterable


def milliseconds(calls: Iterable[Callable[[], object]]) -> list[float]:
    """How long each call took, in the order of the calls."""
    taken = []
    for call in calls:
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def percentile(values: list[float], share: float) -> float:
    """The nearest-rank percentile, to a tenth."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)
