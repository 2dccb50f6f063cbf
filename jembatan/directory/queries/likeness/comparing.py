"""Two records side by side: in what they agree, and how surprising it is that strangers would."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from jembatan.directory.queries.likeness.columns import (
    CLOSENESS,
    Column,
    Kind,
    Level,
    Value,
    level_of,
    word_level,
)

STRANGERS = 40_000
"""Pairs drawn by chance, to see how often strangers agree by accident."""
ACCIDENTS = 4
"""What did not happen among so few may yet: it counts as if it had, so often."""
OUTSIDE = 100
"""So many others are thought of beside those in the table."""
NAMING = (Kind.NAME, Kind.PARTS)
Event = tuple[int, Level]
"""The number of a column, and how far it agrees."""


@dataclass(slots=True)
class Evidence:
    """What columns of one role agree in, and the chances of strangers to do so, in bits: the more, the more surprising."""

    events: list[Event] = field(default_factory=list)
    bits: float = 0.0

    @property
    def speaks_against(self) -> bool:
        """There is something to compare, and nothing of it agrees at all."""
        return bool(self.events) and not any(level for _at, level in self.events)


@dataclass(slots=True)
class Findings:
    """What comparing a pair found: in names, in what colleagues share, in what is one's own.

    `one_body` is how far the names of two organisations agree, where that is what the records are.
    """

    naming: Evidence = field(default_factory=Evidence)
    shared: Evidence = field(default_factory=Evidence)
    personal: Evidence = field(default_factory=Evidence)
    one_body: Level = Level.DIFFERENT


class Comparison:
    """All records, how common each of their values is, and how often strangers agree in part."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.size = len(columns[0].values) if columns else 0
        self.is_of_bodies = not any(column.kind in NAMING for column in columns)
        names = {
            at
            for at, column in enumerate(columns)
            if column.kind in ((Kind.ORGANISATION,) if self.is_of_bodies else NAMING)
        }
        self.naming = sorted(names)
        self.shared = [at for at, column in enumerate(columns) if column.is_shared and at not in names]
        self.personal = [at for at, column in enumerate(columns) if not column.is_shared and at not in names]
        self.counts = [Counter(one for value in column.values for one in set(value)) for column in columns]
        self.chances = self._chances()

    def findings(self, a: int, b: int) -> Findings:
        """Everything that two records say about being one.

        Of names that differ altogether nothing else is asked, where nothing is one's own: the answer is no.
        """
        found = Findings(naming=self._evidence(self.naming, a, b))
        if found.naming.speaks_against and not self.personal:
            return found
        for _at, level in found.naming.events if self.is_of_bodies else ():
            found.one_body = level
        found.shared = self._evidence(self.shared, a, b)
        found.personal = self._evidence(self.personal, a, b)
        return found

    def _evidence(self, numbers: Sequence[int], a: int, b: int) -> Evidence:
        found = Evidence()
        for at in numbers:
            values = self.columns[at].values
            if not values[a] or not values[b]:
                continue
            for level, value in _events(self.columns[at].kind, values[a], values[b]):
                found.events.append((at, level))
                found.bits += self._rarity(at, value) if value else self.chances[at][level]
        return found

    def _rarity(self, at: int, value: str) -> float:
        """Bits of meeting a value by chance; in a small table, nobody is as common as the table makes him look."""
        return -math.log2((self.counts[at][value] - 0.5) / (self.size + OUTSIDE))

    def _chances(self) -> list[list[float]]:
        """By column and level, how surprising such an agreement is among pairs drawn by chance."""
        seen = [Counter[Level]() for _ in self.columns]
        for a, b in _strangers(self.size):
            for at, column in enumerate(self.columns):
                seen[at].update(
                    level for level, _value in _events(column.kind, column.values[a], column.values[b])
                )
        return [
            [
                -math.log2((levels[level] + ACCIDENTS) / (levels.total() + ACCIDENTS * len(Level)))
                for level in Level
            ]
            for levels in seen
        ]


def _strangers(size: int) -> Iterator[tuple[int, int]]:
    """The same pairs at every run."""
    chance = random.Random(size)
    for _ in range(min(STRANGERS, size * size) if size > 1 else 0):
        a, b = chance.randrange(size), chance.randrange(size)
        if a != b:
            yield a, b


def _events(kind: Kind, a: Value, b: Value) -> Iterable[tuple[Level, str]]:
    """How far they agree, and in which value if exactly."""
    if not a or not b:
        return ()
    return _named(a, b, in_parts=kind == Kind.PARTS) if kind in NAMING else (level_of(kind, a, b),)


def _named(a: Value, b: Value, *, in_parts: bool) -> Iterator[tuple[Level, str]]:
    """Word by word, best partners first. A part of the name that one record lacks is no disagreement."""
    both = {word for word in a if word and word in b}
    yield from ((Level.EXACT, word) for word in a if word in both)
    left = {at for at, word in enumerate(a) if word and word not in both}
    right = {to for to, word in enumerate(b) if word and word not in both}
    if not left or not right:
        return
    possible = [
        (CLOSENESS[level], level, at, to)
        for at in left
        for to in right
        if (level := word_level(a[at], b[to]))
    ]
    for _closeness, level, at, to in sorted(possible):
        if at in left and to in right:
            left.discard(at)
            right.discard(to)
            yield level, ""
    if not in_parts or left & right:
        yield from repeat((Level.DIFFERENT, ""), min(len(left), len(right)))
