"""Who is the same as the same is the same: pairs that follow from others, unless the records contradict each other."""

from collections.abc import Callable
from itertools import combinations, product

DOUBTLESS = 20.0
"""More bits than these change no mean."""
LARGEST = 60


def grouped(
    pairs: dict[tuple[int, int], float], bits_of: Callable[[int, int], float]
) -> dict[tuple[int, int], float]:
    """The pairs above 0 bits, and those that follow: two groups join when all their pairs together speak for it.

    `pairs` holds bits by pair, the first below the second; `bits_of` weighs a pair that nobody has weighed before.
    """
    group_of: dict[int, list[int]] = {}

    def weigh(a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in pairs:
            pairs[pair] = bits_of(*pair)
        return max(min(pairs[pair], DOUBTLESS), -DOUBTLESS)

    found = {}
    for pair, bits in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if bits < 0:
            break
        ours, theirs = (group_of.setdefault(at, [at]) for at in pair)
        if ours is theirs:
            continue
        if len(ours) * len(theirs) > LARGEST * LARGEST:
            found[pair] = bits
            continue
        between = [weigh(a, b) for a, b in product(ours, theirs)]
        if sum(between) < 0:
            continue
        ours += theirs
        group_of.update(dict.fromkeys(theirs, ours))
    groups = {id(group): group for group in group_of.values()}.values()
    for group in groups:
        for pair in combinations(sorted(group), 2):
            found[pair] = max(pairs.get(pair, 0.0), 0.0)
    return found
