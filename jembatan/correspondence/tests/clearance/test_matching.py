"""Which steps the rules want, without a database."""

import pytest

from jembatan.correspondence.clearance import Facts, steps_for
from jembatan.correspondence.models import ClearanceRule, Clearer
from jembatan.platform.markings import Marking

Condition = ClearanceRule.Condition


def rule(condition: Condition, clearer: Clearer = Clearer.HEAD, **facts: object) -> ClearanceRule:
    return ClearanceRule(condition=condition, clearer=clearer, **facts)


def keys(*rules: ClearanceRule, facts: Facts) -> list[tuple[str, int | None]]:
    return [step.key[:2] for step in steps_for(rules, facts)]


@pytest.mark.parametrize(
    ("wanted", "facts"),
    [
        (rule(Condition.PARTNER, organisation_id=1), Facts(leaves=True, organisations=frozenset({1, 9}))),
        (rule(Condition.DOSSIER, dossier_id=2), Facts(leaves=True, dossier=2)),
        (rule(Condition.MARKING, marking=Marking.AMBER), Facts(leaves=True, marking=Marking.AMBER_STRICT)),
        (rule(Condition.MARKING, marking=Marking.AMBER), Facts(leaves=True, marking=Marking.AMBER)),
        (rule(Condition.STATEMENT), Facts(leaves=True, carries_statement=True)),
    ],
)
def test_rule_applies(wanted: ClearanceRule, facts: Facts) -> None:
    assert keys(wanted, facts=facts) == [("head", None)]


@pytest.mark.parametrize(
    ("wanted", "facts"),
    [
        (rule(Condition.PARTNER, organisation_id=1), Facts(leaves=True, organisations=frozenset({2}))),
        (rule(Condition.DOSSIER, dossier_id=2), Facts(leaves=True)),
        (rule(Condition.MARKING, marking=Marking.AMBER), Facts(leaves=True, marking=Marking.GREEN)),
        (rule(Condition.STATEMENT), Facts(leaves=True)),
        (rule(Condition.DOSSIER, dossier_id=2), Facts(leaves=False, dossier=2, by_drafter=True)),
    ],
)
def test_rule_does_not_apply(wanted: ClearanceRule, facts: Facts) -> None:
    assert keys(wanted, facts=facts) == []


def test_steps_stand_in_order_and_once() -> None:
    facts = Facts(
        leaves=True,
        by_drafter=True,
        dossier=2,
        marking=Marking.RED,
        leads={1: 7},
        organisations=frozenset({1}),
    )
    rules = (
        rule(Condition.MARKING, marking=Marking.AMBER),
        rule(Condition.DOSSIER, dossier_id=2),
        rule(Condition.DOSSIER, Clearer.MEMBER, dossier_id=2, member_id=5),
        rule(Condition.PARTNER, Clearer.LEAD, organisation_id=1),
        rule(Condition.PARTNER, Clearer.OFFICER, organisation_id=1),
    )

    steps = steps_for(rules, facts)

    assert [step.key[:2] for step in steps] == [("officer", None), ("lead", 7), ("member", 5), ("head", None)]
    assert [len(step.rules) for step in steps] == [1, 1, 1, 2]


def test_head_clears_where_nobody_leads_the_partner() -> None:
    facts = Facts(leaves=True, organisations=frozenset({1}))
    assert keys(rule(Condition.PARTNER, Clearer.LEAD, organisation_id=1), facts=facts) == [("head", None)]


def test_all_leads_of_the_receivers_clear_what_a_dossier_wants_of_leads() -> None:
    facts = Facts(leaves=True, dossier=2, organisations=frozenset({1, 3}), leads={1: 7, 3: 6})
    wanted = rule(Condition.DOSSIER, Clearer.LEAD, dossier_id=2)
    assert keys(wanted, facts=facts) == [("lead", 6), ("lead", 7)]
