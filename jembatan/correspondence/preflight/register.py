"""The rules that letters are checked by. `config/wiring` lets rooms above add theirs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from jembatan.correspondence.preflight.finding import Remark, Severity
from jembatan.correspondence.preflight.reading import Reading


@dataclass(frozen=True, slots=True)
class Rule:
    """`id` is told at the command line and stored in settings: plain words, never changed. `name` is for people."""

    id: str
    name: str | Promise
    severity: Severity
    look: Callable[[Reading], Iterable[Remark]]


_rules: dict[str, Rule] = {}


def register_rule(rule: Rule) -> None:
    """Check every letter by this rule too; a rule of the same id is replaced."""
    _rules[rule.id] = rule


def all_rules() -> list[Rule]:
    """Those of the house first, in its order, then those of other rooms."""
    from jembatan.correspondence.preflight.rules import HOUSE_RULES

    of_house = {rule.id: rule for rule in HOUSE_RULES}
    return list((of_house | _rules).values())
