"""The documents of a real meeting: every statement in the register, replies tied to their requests."""

from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Statement, StatementReference
from jembatan.correspondence.queries.statement_ties import named_by
from jembatan.correspondence.queries.statements import statements_in
from jembatan.platform.imports.actions.run import accounts, import_now

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "statements"

pytestmark = pytest.mark.skipif(
    not CORPORA.is_dir(), reason=f"there is no real table of statements in {CORPORA}"
)


def test_every_real_statement_is_entered_once_and_tied(officer: Actor) -> None:
    figures = accounts(import_now(officer, [CORPORA]).batch)

    assert figures == {**dict.fromkeys(figures, 0), "read": 87, "filed": 87}
    states = Statement.objects.values_list("state", flat=True)
    assert (list(states).count("received"), list(states).count("draft")) == (32, 55)
    named = StatementReference.objects.exclude(kind="revises")
    assert named.filter(target__isnull=True).count() == 0
    request = Statement.objects.get(number="S2-2302183")
    replies = [each.number for each in named_by(officer, request) if each.kind == "answered_in"]
    assert replies == ["S2-2302543", "S2-2302576", "S2-2302946", "S2-2303110"]
    waiting = [row.standing for row in statements_in(officer, "open").rows]
    assert (waiting.count("open"), waiting.count("drafted")) == (12, 14)

    again = accounts(import_now(officer, [CORPORA]).batch)
    assert again == {**dict.fromkeys(figures, 0), "read": 87, "duplicates": 87}
