"""A refusal as the officer themselves is told it: the rule is named, and nothing is said of others."""

from collections.abc import Iterable

from jembatan.deployment.queries.words import Told
from jembatan.rostering.rules.refusals import Rule

OF_OTHERS = frozenset({Rule.APART, Rule.TOGETHER})
"""Rules whose sentence would tell about other officers."""


def rules_named(told: Iterable[Told]) -> list[str]:
    """Each rule with its numbers; of those about others, the name alone."""
    return list(dict.fromkeys(_named(each) for each in told))


def _named(told: Told) -> str:
    return f"{told.name}." if told.rule in OF_OTHERS else f"{told.name}: {told.sentence}"
