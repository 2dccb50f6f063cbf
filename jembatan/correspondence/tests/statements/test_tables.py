"""Tables of statements, as pages and as rows: what each says, and what it says of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.html_tables import Row, rows_of_page
from jembatan.correspondence.formats.statement_tables import (
    Reference,
    is_statement_table,
    read_statements,
    references_in,
)

PAGE = b"""<html><style>td {}</style><body><table><tr><th>Chair's<br>notes</th></tr></table>
<table>
<tr><th>AI</th><th>TD#</th><th>Type</th><th>Doc For</th><th>Subject</th><th>Source</th><th>Comments</th><th>Result</th></tr>
<tr><td>4<td>-<td>-<td>-<td>Opening<td>-<td>-<td>-
<tr><td>4<td>P1-0101<td>LS In<td>Action<td>LS from Port WG2: Pilots &amp; tugs<td>Port WG2 (W2-77)<td>Response drafted in P1-0102<td></tr>
<tr><td>4<td>P1-0102<td>LS OUT<td>Approval<td>Reply LS on pilots<td>Halvern<td>Response to <a>P1-0101</a><td>Approved</tr>
<tr><td>4<td>P1-0103<td>LS In<td>Information<td>Buoys<td><table><tr><td>Coast</td></tr></table></td><td><td>Noted</tr>
<tr><td>5<td>P1-0104<td>CR<td>Approval<td>Some change<td>x<td><td></tr>
<tr><td>5<td><td>LS In<td>Action<td>Without a number<td>x<td><td></tr>
</table>"""


def test_statements_of_a_page_are_read_with_what_they_say_of_each_other() -> None:
    rows = rows_of_page(PAGE)

    assert is_statement_table(rows)
    table = read_statements(rows)
    request, reply, notice = table.statements
    assert (request.state, request.number, request.title) == ("received", "P1-0101", "Pilots & tugs")
    assert (request.body, request.their_number, request.purpose) == ("Port WG2", "W2-77", "action")
    assert request.references == (Reference("answered_in", "P1-0102"),)
    assert (reply.state, reply.body, reply.details) == ("sent", "", (("Source", "Halvern"), ("AI", "4")))
    assert reply.references == (Reference("responds_to", "P1-0101"),)
    assert (notice.body, notice.purpose, notice.outcome) == ("Coast", "information", "acknowledged")
    assert dict(table.others) == {"": 1, "CR": 1}
    assert [row.cells[4] for row in table.broken] == ["Without a number"]


@pytest.mark.parametrize(
    "headings", [("TD#", "Type", "Subject"), ("Nomor", "Jenis", "Perihal"), ("No.", "Direction", "Title")]
)
def test_headings_are_known_in_both_languages(headings: tuple[str, ...]) -> None:
    rows = [Row(1, headings), Row(2, ("A-1234", "LS In", "x"))]

    assert [statement.number for statement in read_statements(rows).statements] == ["A-1234"]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("Nama", "Jabatan"), ("Retno", "Direktur")],
        [("No", "Type", "Subject"), ("1", "Report", "x")],
        [("LS In", "A-1234", "x")],
    ],
)
def test_other_tables_are_none_of_statements(rows: list[tuple[str, ...]]) -> None:
    assert not is_statement_table(Row(line, cells) for line, cells in enumerate(rows))


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Response to S2-2302183", [("responds_to", "S2-2302183")]),
        (
            "Revision of S2-2301189 from S2#154AHE. Response to S2-2302175",
            [("revises", "S2-2301189"), ("responds_to", "S2-2302175")],
        ),
        (
            "Responses drafted in S2-2302543, S2-2302576",
            [("answered_in", "S2-2302543"), ("answered_in", "S2-2302576")],
        ),
        ("Reply LS on traffic (response to S2-2302204)", [("responds_to", "S2-2302204")]),
        ("Jawaban atas B-1201", [("responds_to", "B-1201")]),
        ("S2-2302183 is open", []),
        ("In response to your letter", []),
    ],
)
def test_remarks_tell_what_a_statement_answers(text: str, references: list[tuple[str, str]]) -> None:
    assert list(references_in(text)) == references


@given(
    st.binary(max_size=1500) | st.text(max_size=800).map(lambda text: PAGE[:900] + text.encode() + PAGE[900:])
)
def test_any_page_is_read(content: bytes) -> None:
    rows = rows_of_page(content)
    table = read_statements(rows)
    kept = len(table.statements) + len(table.broken) + table.others.total()
    assert kept <= len(rows)
    is_statement_table(rows)
