"""Where a table's headings stand, what its columns are, and whether it is about contacts at all."""

import re
from dataclasses import dataclass
from typing import Any

from jembatan.directory.formats.names import fold
from jembatan.directory.formats.tables.headings import (
    EMAIL,
    TELEPHONE,
    Column,
    column_of,
    columns_by_content,
    field_by_content,
    guess_contacts,
    recognised,
)
from jembatan.directory.formats.tables.table import Row, Table

HEADER_WITHIN = 20
SAMPLES = 3
NAMES = {"full_name", "given_name", "family_name", "organisation", "native_name"}
REACH = {"email", "phone", "mobile", "fax", "address", "address.street", "messaging", "website"}
WORK = {"title", "unit", "organisation"}
A_LOG = re.compile(
    r"\b(?:meetings?|pertemuan|rapat|purpose|agenda|tujuan|dates?|tanggal|waktu|start|mulai|subject)\b"
)


@dataclass(slots=True)
class Layout:
    """`header` is the number of the row that holds the headings, 0 if the table has none; rows above it are a title."""

    header: int
    columns: list[Column]

    def rows(self, table: Table) -> list[Row]:
        """The rows below the headings."""
        return [row for row in table.rows if row.number > self.header]

    def title_rows(self, table: Table) -> list[Row]:
        """What stands above the headings."""
        return [row for row in table.rows if row.number < self.header]

    def is_about_contacts(self) -> bool:
        """Names with a way to reach them, or with their work; a log of meetings is not."""
        fields = {column.field for column in self.columns if column.field}
        # Google's old lists have a column "Subject" that is always empty.
        is_log = any(A_LOG.search(fold(c.heading)) for c in self.columns if c.samples and not c.field)
        return (
            bool(fields & NAMES)
            and not is_log
            and bool(fields & REACH or len(fields & WORK) > 1 or (fields & WORK and fields & (NAMES - WORK)))
        )

    def as_json(self) -> dict[str, Any]:
        """For the stored plan."""
        return {
            "header": self.header,
            "columns": [
                {
                    "heading": column.heading,
                    "field": column.field,
                    "label": column.label,
                    "group": column.group,
                    "samples": column.samples,
                }
                for column in self.columns
            ],
        }

    @classmethod
    def from_json(cls, document: dict[str, Any]) -> "Layout":
        """Back from the stored plan."""
        return cls(document["header"], [Column(**column) for column in document["columns"]])


def guess_layout(table: Table) -> Layout:
    """By the row that reads most like headings; without one, by what the values are."""
    width = max((len(row.cells) for row in table.rows), default=0)
    header = _header(table)
    body = [row.cells for row in table.rows if header is None or row.number > header.number]
    if header is None:
        columns = columns_by_content(width, body)
    else:
        columns = [column_of(cell) for cell in header.cells]
        columns += [Column("") for _ in range(width - len(columns))]
        if any(column.field for column in columns):
            _guess_by_content(columns, body)
        else:
            guess_contacts(columns, body)
        _settle_titles(columns)
    for at, column in enumerate(columns):
        column.heading = " ".join(column.heading.split()) or letter(at)
        column.samples = _samples(body, at)
    return Layout(header.number if header else 0, columns)


def letter(at: int) -> str:
    """The name that spreadsheets give a column: A, B, … Z, AA."""
    return (letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _header(table: Table) -> Row | None:
    candidates = table.rows[:HEADER_WITHIN]
    best = max(candidates, key=lambda row: recognised(row.cells), default=None)
    if best is None or not recognised(best.cells):
        first = table.rows[0] if table.rows else None
        return first if first and len(table.rows) > 1 and not _has_values(first) else None
    return None if _has_values(best) else best


def _has_values(row: Row) -> bool:
    """Headings hold no addresses and no numbers to call."""
    return any(EMAIL.fullmatch(cell.strip()) or TELEPHONE.fullmatch(cell.strip()) for cell in row.cells)


def _guess_by_content(columns: list[Column], body: list[list[str]]) -> None:
    """A heading nobody knows above e-mail addresses is an e-mail column."""
    for at, column in enumerate(columns):
        if not column.field:
            values = [row[at].strip() for row in body[:200] if at < len(row) and row[at].strip()]
            found = field_by_content(values)
            column.field = found if found == "email" else ""


def _settle_titles(columns: list[Column]) -> None:
    """Outlook's "Title" beside "Job Title" is what stands before the name."""
    titles = [column for column in columns if column.field == "title"]
    plain = [column for column in titles if fold(column.heading) == "title"]
    if len(titles) > len(plain):
        for column in plain:
            column.field = "titles_before"


def _samples(body: list[list[str]], at: int) -> list[str]:
    found: dict[str, None] = {}
    for row in body:
        if at < len(row) and row[at].strip():
            found.setdefault(row[at].strip()[:80])
        if len(found) == SAMPLES:
            break
    return list(found)
