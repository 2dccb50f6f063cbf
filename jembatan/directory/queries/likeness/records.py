"""Duplicates among many records: candidates by blocking, then evidence field by field.

The weight of an agreement is how unlikely it is by chance (Fellegi and Sunter 1969): two people named Budi say little,
one telephone number says nearly everything. Nothing is trained: chances are counted in the records themselves.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz import fuzz

from jembatan.directory.formats.names import fold
from jembatan.directory.queries.likeness.organisations import organisation_key, organisation_likeness
from jembatan.directory.queries.likeness.people import bare_name, words_likeness
from jembatan.directory.queries.likeness.spellings import sound

BLOCK = 60
"""A value that more records share than this finds no candidates: they would be all pairs of a city."""
THRESHOLD = 0.5
DISAGREE = {"name": -6.0, "point": -1.0, "organisation": -1.5, "other": -2.0}
CLOSE = 0.8


@dataclass(slots=True)
class Record:
    """What is compared. `points` are e-mail addresses and numbers in comparable form, `others` any further columns."""

    key: str
    name: str = ""
    organisation: str = ""
    points: frozenset[str] = frozenset()
    others: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that are probably one, the likeliest first."""

    a: str
    b: str
    score: float


def duplicate_pairs(records: Sequence[Record], *, threshold: float = THRESHOLD) -> list[Pair]:
    """Every pair that scores at least `threshold`; a few seconds for ten thousand records."""
    evidence = _Evidence(records)
    pairs = []
    for a, b in _candidates(evidence):
        score = evidence.score(a, b)
        if score >= threshold:
            pairs.append(Pair(records[a].key, records[b].key, round(score, 4)))
    return sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b))


class _Evidence:
    """Records prepared for comparison, and how common each of their values is."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.size = max(len(records), 2)
        self.records = records
        self.names = [bare_name(record.name) if record.name else () for record in records]
        self.sounds = [tuple(map(sound, name)) for name in self.names]
        self.organisations = [organisation_key(r.organisation) if r.organisation else "" for r in records]
        self.others = [{key: fold(value) for key, value in r.others.items() if fold(value)} for r in records]
        self.word_counts = Counter(word for heard in self.sounds for word in set(heard))
        self.organisation_counts = Counter(key for key in self.organisations if key)
        self.point_counts = Counter(point for record in records for point in record.points)
        self.other_counts = Counter(item for one in self.others for item in one.items())
        self.prior = -math.log2(self.size)

    def score(self, a: int, b: int) -> float:
        """The chance that both are one, from the sum of what each field says in bits."""
        bits = (
            self.prior + self._name(a, b) + self._points(a, b) + self._organisation(a, b) + self._others(a, b)
        )
        return 1 / (1 + 2**-bits) if bits > -60 else 0.0

    def _name(self, a: int, b: int) -> float:
        if not self.names[a] or not self.names[b]:
            return 0.0
        likeness = words_likeness(self.names[a], self.names[b])
        if likeness < CLOSE:
            return DISAGREE["name"] * (1 - likeness)
        shared = set(self.sounds[a]) & set(self.sounds[b])
        bits = sum(self._rarity(self.word_counts[word]) for word in shared)
        # One name, however rare, is at most an even chance: namesakes exist.
        return min(max(bits, -self.prior / 2), -self.prior) * likeness**2

    def _points(self, a: int, b: int) -> float:
        ours, theirs = self.records[a].points, self.records[b].points
        if not ours or not theirs:
            return 0.0
        shared = ours & theirs
        if not shared:
            return DISAGREE["point"]
        return max(self._rarity(self.point_counts[point]) for point in shared)

    def _organisation(self, a: int, b: int) -> float:
        ours, theirs = self.organisations[a], self.organisations[b]
        if not ours or not theirs:
            return 0.0
        if ours == theirs:
            return self._rarity(self.organisation_counts[ours]) * 0.8
        likeness = organisation_likeness(self.records[a].organisation, self.records[b].organisation)
        if likeness >= CLOSE:
            return self._rarity(self.organisation_counts[ours]) * 0.6
        return DISAGREE["organisation"]

    def _others(self, a: int, b: int) -> float:
        bits = 0.0
        for key, ours in self.others[a].items():
            theirs = self.others[b].get(key)
            if theirs is None:
                continue
            if ours == theirs:
                bits += self._rarity(self.other_counts[key, ours]) * 0.7
            elif (likeness := fuzz.ratio(ours, theirs) / 100) >= CLOSE:
                bits += self._rarity(self.other_counts[key, ours]) * 0.7 * (2 * likeness - 1)
            else:
                bits += DISAGREE["other"]
        return bits

    def _rarity(self, count: int) -> float:
        """Bits of an agreement on a value that `count` records have."""
        return math.log2(self.size / max(count, 1)) if count < self.size else 0.0


def _candidates(evidence: _Evidence) -> Iterator[tuple[int, int]]:
    """Pairs that share something rare enough, each once."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, record in enumerate(evidence.records):
        for block in _blocks(evidence, at, record):
            blocks[block].append(at)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if 2 <= len(members) <= BLOCK:
            for pair in combinations(members, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _blocks(evidence: _Evidence, at: int, record: Record) -> Iterable[tuple[str, str]]:
    heard = sorted(set(evidence.sounds[at]))
    found = {("point", point) for point in record.points}
    found |= {("word", word) for word in heard if len(word) > 1}
    found |= {("words", f"{one} {other}") for one, other in combinations([word[:4] for word in heard], 2)}
    found |= {("run together", "".join(heard)[:12])} if heard else set()
    found |= {(f"column {key}", value) for key, value in evidence.others[at].items() if len(value) > 3}
    if evidence.organisations[at]:
        found |= {("at", f"{evidence.organisations[at]} {word[:3]}") for word in heard}
    if not heard and evidence.organisations[at]:
        found |= {("organisation", word) for word in evidence.organisations[at].split()}
    return found
