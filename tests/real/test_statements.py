"""The documents of a real meeting: every statement in the register, replies tied to their requests."""

from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.html_tables import rows_of_page
from jembatan.correspondence.formats.statement_mentions import answers_in
from jembatan.correspondence.formats.statement_tables import read_statements, references_in
from jembatan.correspondence.models import Statement, StatementReference
from jembatan.correspondence.queries.statement_ties import named_by
from jembatan.correspondence.queries.statements import statements_in
from jembatan.platform.imports.actions.run import accounts, import_now

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "statements"

pytestmark = pytest.mark.skipif(
    not CORPORA.is_dir(), reason=f"there is no real table of statements in {CORPORA}"
)


def test_real_remarks_say_which_statement_is_answered() -> None:
    """Mail and tables are read by two readers; what a table's remark says in a mail's words, both find."""
    rows = [row for path in sorted(CORPORA.glob("*.htm")) for row in rows_of_page(path.read_bytes())]
    remarks = [row.remark for row in read_statements(rows).statements if "Response to " in row.remark]

    assert len(remarks) == 32
    for remark in remarks:
        answered = [number for kind, number in references_in(remark) if kind == "responds_to"]
        assert list(answers_in(remark)) == answered


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
