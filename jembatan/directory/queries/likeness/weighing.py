"""How likely a pair is one: Fellegi and Sunter (1969), the weights found in the records themselves.

Two classes are told apart by expectation maximisation (Winkler 1988): how often one who is there twice agrees in each
column is estimated from the pairs that look like one, round by round, starting from what is usual. How often strangers
agree is counted beforehand, value by value: two people named Budi say little, one rare name says much.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from jembatan.directory.queries.likeness.columns import Column, Kind, Level
from jembatan.directory.queries.likeness.comparing import Evidence, Findings

ROUNDS = 12
USUAL = {Level.DIFFERENT: 0.1, Level.EXACT: 0.7, Level.CLOSE: 0.13, Level.JUMBLED: 0.05, Level.INITIAL: 0.02}
# Who is there twice has often been reached elsewhere the second time.
USUAL_POINT = {**USUAL, Level.DIFFERENT: 0.35, Level.EXACT: 0.5, Level.CLOSE: 0.1}
STEADINESS = 20
"""What is usual counts as much as so many pairs."""
BODY = {Level.EXACT: 4.0, Level.CLOSE: 0.5}
"""Bits above an even chance when two organisations have one name, or names that are probably one."""
DUPLICATED = 0.1
"""The share of records that are there twice, before anything was looked at."""


@dataclass(slots=True)
class Weights:
    """`same[column][level]`: bits of the chance that one and the same agrees so far; `prior`: bits for any pair."""

    same: list[list[float]]
    prior: float
    highest_prior: float = field(default=0.0)

    def bits(self, found: Findings) -> float:
        """Evidence that a pair is one: above 0 it is likelier than not."""
        naming, shared, personal = map(self._weigh, (found.naming, found.shared, found.personal))
        # One name of a person, however rare, is at most an even chance: namesakes exist. Two bodies seldom share theirs.
        naming = min(naming, -self.prior) if not found.one_body else BODY[found.one_body] - self.prior
        if naming <= 0:
            # Colleagues share a desk, a telephone and an address: that makes nobody one.
            shared = min(shared, -self.prior / 2)
        return self.prior + naming + shared + personal

    def _weigh(self, found: Evidence) -> float:
        return found.bits + sum(self.same[at][level] for at, level in found.events)


def usual_weights(columns: Sequence[Column], size: int) -> Weights:
    """What is known before anything was compared."""
    pairs = max(size * (size - 1) / 2, 1.0)
    same = [
        [
            math.log2((USUAL_POINT if column.kind in (Kind.EMAIL, Kind.NUMBER) else USUAL)[level])
            for level in Level
        ]
        for column in columns
    ]
    return Weights(
        same, math.log2(max(size, 2) * DUPLICATED / 2 / pairs), math.log2(min(size * 5 / pairs, 0.5))
    )


def learned(usual: Weights, found: Sequence[Findings], *, pairs: float) -> Weights:
    """Weights after some rounds of expectation (how likely is each pair one) and maximisation (what then do ones agree in)."""
    weights = usual
    for _ in range(ROUNDS):
        seen = [[2**bits * STEADINESS for bits in levels] for levels in usual.same]
        expected = 2**usual.prior * pairs
        for one in found:
            chance = probability(weights.bits(one))
            if chance < 0.001:
                continue
            expected += chance
            for at, level in (*one.naming.events, *one.shared.events, *one.personal.events):
                seen[at][level] += chance
        weights = Weights(
            [[math.log2(count / sum(levels)) for count in levels] for levels in seen],
            min(math.log2(expected / pairs), usual.highest_prior),
        )
    return weights


def probability(bits: float) -> float:
    """The chance that has so many bits for it."""
    return 1 / (1 + 2.0**-bits) if bits > -60 else 0.0
