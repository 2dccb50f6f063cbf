"""Tables of liaison statements, as standards bodies publish them: a row a document, its kind in words."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from jembatan.correspondence.formats.html_tables import Row
from jembatan.directory.formats.names import fold

# Field -> headings, folded.
HEADINGS = {
    "number": "td|tdoc|tdoc number|document|document number|number|no|nomor|ref|reference|ls number",
    "type": "type|document type|jenis|direction|arah",
    "purpose": "doc for|for|purpose|tujuan|untuk",
    "title": "subject|title|hal|perihal|judul",
    "body": "source|from|from body|dari|asal|pengirim",
    "to": "to|to bodies|kepada|tujuan surat",
    "deadline": "deadline|due|tenggat|batas waktu|response deadline",
    "dated": "date|dated|submitted|tanggal|sent|received on",
    "remark": "comments|comment|remarks|remark|keterangan|catatan",
    "result": "result|status|outcome|decision|hasil",
}
BY_HEADING = {heading: name for name, headings in HEADINGS.items() for heading in headings.split("|")}
LONGEST_NUMBER = 80
IN = re.compile(
    r"\b(?:ls|liaison(?: statement)?|statement|surat)\s*[-: ]?\s*(?:in|incoming|masuk)\b", re.IGNORECASE
)
OUT = re.compile(
    r"\b(?:ls|liaison(?: statement)?|statement|surat)\s*[-: ]?\s*(?:out|outgoing|keluar)\b", re.IGNORECASE
)
SOURCE = re.compile(r"(?P<body>.*?)\s*\((?P<number>[^()]+)\)\s*")
FROM = re.compile(r"(?:LS|Liaison(?: statement)?) from (?P<body>[^:]{2,120}): (?P<title>.+)", re.IGNORECASE)
PHRASES = {
    "responds_to": re.compile(
        r"\b(?:response|reply|responds?|replies|jawaban|balasan) (?:to|atas)\b", re.IGNORECASE
    ),
    "answered_in": re.compile(
        r"\b(?:(?:responses?|reply|replies) (?:drafted )?in|replied to in|dijawab (?:dalam|dengan))\b",
        re.IGNORECASE,
    ),
    "revises": re.compile(r"\b(?:revision of|revises|revised from|revisi dari)\b", re.IGNORECASE),
}
NUMBER = re.compile(r"\b[A-Za-z]\w{0,5}-\d{4,9}(?:r\d+)?\b")
SENT = re.compile(r"\b(?:approved|sent|agreed|disetujui|terkirim)\b", re.IGNORECASE)
OUTCOMES = (
    ("answered", re.compile(r"\b(?:replied|answered|response sent|dijawab)\b", re.IGNORECASE)),
    ("acknowledged", re.compile(r"\b(?:noted|acknowledged|dicatat|diketahui)\b", re.IGNORECASE)),
)
PURPOSES = (
    ("action", re.compile(r"\b(?:action|tindakan)\b", re.IGNORECASE)),
    ("response", re.compile(r"\b(?:response|reply|jawaban|tanggapan)\b", re.IGNORECASE)),
    ("comment", re.compile(r"\b(?:comments?|komentar|masukan)\b", re.IGNORECASE)),
    ("information", re.compile(r"\b(?:information|info|informasi|diketahui)\b", re.IGNORECASE)),
)


class Reference(NamedTuple):
    """A statement that another names: "responds_to", "answered_in" or "revises", and the number."""

    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as a table tells it; `state` is "received", "draft" or "sent". `cells` are the row itself."""

    line: int
    state: str
    number: str
    title: str
    body: str = ""
    their_number: str = ""
    purpose: str = ""
    outcome: str = ""
    deadline: str = ""
    dated: str = ""
    remark: str = ""
    references: tuple[Reference, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class StatementTable:
    """Statements of a table, rows that name themselves statements but lack a number or a title, and how many rows of which
    other kinds there are.
    """

    statements: list[StatementRow] = field(default_factory=list)
    broken: list[Row] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


def is_statement_table(rows: Iterable[Row]) -> bool:
    """Whether a heading names number, title and kind, and some row below is a statement in or out."""
    columns: dict[str, int] = {}
    for row in rows:
        if not columns:
            columns = _columns(row)
        elif _direction(_cell(row, columns.get("type"))):
            return True
    return False


def read_statements(rows: Iterable[Row]) -> StatementTable:
    """Every row below the headings."""
    table = StatementTable()
    headings: Row | None = None
    columns: dict[str, int] = {}
    for row in rows:
        if headings is None or _columns(row):
            columns = _columns(row) or columns
            headings = row if columns else None
            continue
        kind = _cell(row, columns.get("type"))
        if not _direction(kind):
            table.others[kind if re.search(r"\w", kind) else ""] += 1
        elif _cell(row, columns["number"]) and _cell(row, columns["title"]):
            table.statements.append(_statement(row, columns, headings))
        else:
            table.broken.append(row)
    return table


def references_in(text: str) -> tuple[Reference, ...]:
    """The statements that a remark or a title names, each after the words that say how: "Response to S2-2302183"."""
    marks = sorted(
        (found.start(), found.end(), kind)
        for kind, phrase in PHRASES.items()
        for found in phrase.finditer(text)
    )
    references = []
    for place, (_start, end, kind) in enumerate(marks):
        until = marks[place + 1][0] if place + 1 < len(marks) else len(text)
        references += [Reference(kind, number) for number in NUMBER.findall(text[end:until])]
    return tuple(dict.fromkeys(references))


def _statement(row: Row, columns: dict[str, int], headings: Row) -> StatementRow:
    given = {name: _cell(row, at) for name, at in columns.items()}
    received = _direction(given["type"]) == "in"
    body, their_number = _source(given.get("body", ""))
    title = given["title"]
    if found := FROM.fullmatch(title):
        body, title = body or found["body"], found["title"]
    result = given.get("result", "")
    drafted_by = (
        () if received or not given.get("body") else ((headings.cells[columns["body"]], given["body"]),)
    )
    named = columns.values()
    rest = tuple(
        (headings.cells[at] if at < len(headings.cells) else "", cell)
        for at, cell in enumerate(row.cells)
        if at not in named and re.search(r"\w", cell)
    )
    number = given["number"][:LONGEST_NUMBER]
    told = (*references_in(given.get("remark", "")), *references_in(given["title"]))
    return StatementRow(
        line=row.line,
        state="received" if received else ("sent" if SENT.search(result) else "draft"),
        number=number,
        title=title,
        body=body if received else given.get("to", ""),
        their_number=their_number if received else "",
        purpose=_first(PURPOSES, given.get("purpose", "")),
        outcome=_first(OUTCOMES, result) if received else "",
        deadline=given.get("deadline", ""),
        dated=given.get("dated", ""),
        remark=" · ".join(text for text in (given.get("remark", ""), result) if re.search(r"\w", text)),
        references=tuple(reference for reference in dict.fromkeys(told) if reference.number != number),
        details=(*drafted_by, *rest),
        cells=row.cells,
    )


def _columns(row: Row) -> dict[str, int]:
    """Which field stands in which column, where this row is one of headings; nothing where it is none."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row.cells):
        name = BY_HEADING.get(fold(cell))
        if name and name not in found:
            found[name] = at
    return found if {"number", "title", "type"} <= found.keys() else {}


def _cell(row: Row, at: int | None) -> str:
    return row.cells[at].strip() if at is not None and at < len(row.cells) else ""


def _direction(kind: str) -> str:
    if IN.search(kind):
        return "in"
    return "out" if OUT.search(kind) else ""


def _source(text: str) -> tuple[str, str]:
    """ "CT WG1 (C1-227197)" is a body and its number."""
    found = SOURCE.fullmatch(text)
    return (found["body"], found["number"].strip()) if found else (text, "")


def _first(named: Iterable[tuple[str, re.Pattern[str]]], text: str) -> str:
    return next((name for name, pattern in named if pattern.search(text)), "")
