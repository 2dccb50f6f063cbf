"""The words of one name beside those of another."""

from dataclasses import dataclass
from itertools import pairwise

from jembatan.directory.queries.likeness.words import word_likeness

JOINED = 0.93
"""How alike two words run together have to be to the one that they make: Jong Un and Jongun."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Each word with its best partner, and the words of the shorter and of the longer name that found none."""

    pairs: list[tuple[float, str, str]]
    missing: list[str]
    others: list[str]
    is_rearranged: bool
    """The words stand in another order although the longer name goes on after, or begins before, them."""


def align(shorter: tuple[str, ...], longer: tuple[str, ...]) -> Alignment:
    """Best pairs first, each word once."""
    possible = sorted(
        (
            (word_likeness(one, other), at, to)
            for at, one in enumerate(shorter)
            for to, other in enumerate(longer)
        ),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1]),
    )
    left, right = set(range(len(shorter))), set(range(len(longer)))
    pairs, places = [], {}
    for likeness, at, to in possible:
        if likeness and at in left and to in right:
            pairs.append((likeness, shorter[at], longer[to]))
            places[at] = to
            left.discard(at)
            right.discard(to)
    order = [places[at] for at in sorted(places)]
    goes_on = any(to < min(order) or to > max(order) for to in right) if order else False
    return Alignment(
        pairs,
        [shorter[at] for at in sorted(left)],
        [longer[to] for to in sorted(right)],
        is_rearranged=len(shorter) < len(longer) and order != sorted(order) and goes_on,
    )


def joined(words: tuple[str, ...], beside: tuple[str, ...]) -> tuple[str, ...]:
    """The words, two neighbours in one where the other name writes them so: Wei Ling beside Weiling."""
    for at, pair in enumerate(pairwise(words)):
        together = "".join(pair)
        is_apart = min(map(len, pair)) == 1 or not set(pair).isdisjoint(beside)
        if (
            len(together) >= 4
            and not is_apart
            and any(
                word_likeness(together, other) >= JOINED
                for other in beside
                if len(other) >= len(together) - 2
            )
        ):
            return (*words[:at], together, *joined(words[at + 2 :], beside))
    return words
