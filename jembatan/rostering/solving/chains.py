"""What one officer can do in one day, by travel, work and spread alone; the chain of duties that is worth most."""

import numpy as np

from jembatan.rostering.solving.compiled import compiled_with_arrays
from jembatan.rostering.solving.grid import Array

LONGEST = 40  # Duties in a chain, at most.
UNIT = 15  # Work is counted in quarters of an hour, rounded down: more chains are allowed than there are, so that bounds hold.


@compiled_with_arrays
def dearest_chains(
    start: Array,
    end: Array,
    place: Array,
    travel: Array,
    worth: Array,
    begins: Array,
    spread: int,
    work: int,
    chains: Array,
) -> Array:
    """For each beginning, the chain of the greatest worth that lies within `spread` from there: written into `chains`, its worth returned.

    Duties are sorted by start. Travel is asked between neighbours of the chain only, which allows more.
    """
    n, cap = len(start), work // UNIT
    best = np.zeros((n, cap + 1))
    before = np.full((n, cap + 1), -1, np.int32)
    values = np.zeros(len(begins))
    for b in range(len(begins)):
        chains[b, :] = -1
        top, last, units = 0.0, -1, 0
        low = np.searchsorted(start, begins[b])
        for j in range(low, n):
            if start[j] >= begins[b] + spread:
                break
            best[j, :] = -1.0
            used = (end[j] - start[j]) // UNIT
            if end[j] > begins[b] + spread or worth[j] <= 0.0 or used > cap:
                continue
            best[j, used], before[j, used] = worth[j], -1
            for i in range(low, j):
                if end[i] + travel[place[i], place[j]] > start[j]:
                    continue
                for w in range(cap + 1 - used):
                    if best[i, w] >= 0.0 and best[i, w] + worth[j] > best[j, w + used]:
                        best[j, w + used] = best[i, w] + worth[j]
                        before[j, w + used] = i
            for w in range(cap + 1):
                if best[j, w] > top:
                    top, last, units = best[j, w], j, w
        values[b] = top
        slot = 0
        while last >= 0 and slot < chains.shape[1]:
            chains[b, slot] = last
            slot += 1
            previous = before[last, units]
            units -= (end[last] - start[last]) // UNIT
            last = previous
    return values
