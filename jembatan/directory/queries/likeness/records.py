"""Duplicates among many records: candidates, what they agree in, how likely that makes them one."""

from collections.abc import Sequence
from dataclasses import dataclass

from jembatan.directory.queries.likeness.candidates import candidate_pairs
from jembatan.directory.queries.likeness.columns import Column
from jembatan.directory.queries.likeness.comparing import Comparison, Findings
from jembatan.directory.queries.likeness.grouping import grouped
from jembatan.directory.queries.likeness.weighing import learned, probability, usual_weights

WORTH_LEARNING = -10.0
"""Pairs with less evidence than so many bits are strangers, however the weights may change."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that are probably one, the likeliest first; `score` is the chance that they are, at least a half."""

    a: str
    b: str
    score: float


def duplicate_pairs(keys: Sequence[str], columns: Sequence[Column]) -> list[Pair]:
    """Every pair that is likelier one than not; half a minute of one processor for 100,000 records."""
    if len(keys) < 2 or not columns:
        return []
    comparison = Comparison(columns)
    usual = usual_weights(columns, len(keys))
    found: dict[tuple[int, int], Findings] = {}
    for a, b in candidate_pairs(columns):
        findings = comparison.findings(a, b)
        if usual.bits(findings) > WORTH_LEARNING:
            found[a, b] = findings
    weights = learned(usual, list(found.values()), pairs=len(keys) * (len(keys) - 1) / 2)
    weighed = {pair: weights.bits(findings) for pair, findings in found.items()}
    same = grouped(weighed, lambda a, b: weights.bits(comparison.findings(a, b)))
    pairs = [Pair(keys[a], keys[b], round(probability(bits), 4)) for (a, b), bits in same.items()]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b))
