"""Two records side by side: in what they agree, and how surprising it is that strangers would."""

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
class Findings:
    """What comparing a pair found. The chances are those of strangers, in bits: the more, the more surprising.

    `one_body` is how far the names of two organisations agree, where that is what the records are.
    """

    naming: list[Event] = field(default_factory=list)
    shared: list[Event] = field(default_factory=list)
    personal: list[Event] = field(default_factory=list)
    one_body: Level = Level.DIFFERENT
    naming_bits: float = 0.0
    shared_bits: float = 0.0
    personal_bits: float = 0.0


class Comparison:
    """All records, how common each of their values is, and how often strangers agree in part."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.size = len(columns[0].values) if columns else 0
        kinds = {column.kind for column in columns}
        naming = NAMING if kinds & set(NAMING) else (Kind.ORGANISATION,)
        self.naming = [at for at, column in enumerate(columns) if column.kind in naming]
        self.order = sorted(range(len(columns)), key=lambda at: at not in self.naming)
        self.names_decide = not any(not column.is_shared for column in columns)
        self.counts = [Counter(one for value in column.values for one in set(value)) for column in columns]
        self.chances = self._chances()

    def findings(self, a: int, b: int) -> Findings:
        """Everything that two records say about being one; of two names that differ altogether, nothing else."""
        found = Findings()
        for at in self.order:
            column = self.columns[at]
            if at not in self.naming and self.names_decide and found.naming and not _any_alike(found.naming):
                break
            for level, value in _events(column.kind, column.values[a], column.values[b]):
                bits = self._rarity(at, value) if level == Level.EXACT else self.chances[at][level]
                if at in self.naming:
                    found.one_body = level if column.kind == Kind.ORGANISATION else Level.DIFFERENT
                    found.naming.append((at, level))
                    found.naming_bits += bits
                elif column.is_shared:
                    found.shared.append((at, level))
                    found.shared_bits += bits
                else:
                    found.personal.append((at, level))
                    found.personal_bits += bits
        return found

    def _rarity(self, at: int, value: str) -> float:
        """Bits of meeting a value by chance; in a small table, nobody is as common as the table makes him look."""
        return -math.log2((self.counts[at][value] - 0.5) / (self.size + OUTSIDE)) if value else 0.0

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


def _any_alike(events: list[Event]) -> bool:
    return any(level for _at, level in events)


def _strangers(size: int) -> Iterator[tuple[int, int]]:
    """The same pairs at every run."""
    chance = random.Random(size)
    for _ in range(min(STRANGERS, size * size) if size > 1 else 0):
        a, b = chance.randrange(size), chance.randrange(size)
        if a != b:
            yield a, b


def _events(kind: Kind, a: Value, b: Value) -> Iterator[tuple[Level, str]]:
    if not a or not b:
        return
    if kind in NAMING:
        yield from _named(a, b, in_parts=kind == Kind.PARTS)
    else:
        yield level_of(kind, a, b)


def _named(a: Value, b: Value, *, in_parts: bool) -> Iterator[tuple[Level, str]]:
    """Word by word, best partners first. A part of the name that one record lacks is no disagreement."""
    if a == b:
        yield from ((Level.EXACT, word) for word in a if word)
        return
    possible = [
        (CLOSENESS[level], level, at, to)
        for at, one in enumerate(a)
        if one
        for to, other in enumerate(b)
        if other and (level := word_level(one, other))
    ]
    left = {at for at, word in enumerate(a) if word}
    right = {to for to, word in enumerate(b) if word}
    for _closeness, level, at, to in sorted(possible):
        if at in left and to in right:
            left.discard(at)
            right.discard(to)
            yield level, a[at] if level == Level.EXACT else ""
    if in_parts and not left & right:
        return
    for _ in range(min(len(left), len(right))):
        yield Level.DIFFERENT, ""
