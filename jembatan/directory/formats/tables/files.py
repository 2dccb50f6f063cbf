"""Tables as files hold them, and a row of one as a file of its own."""

import csv
import io
from collections.abc import Sequence
from pathlib import PurePath

from jembatan.directory.formats.tables.csv_rows import read_csv
from jembatan.directory.formats.tables.sheet_rows import CannotRead, read_sheets
from jembatan.directory.formats.tables.table import Table

CSV_ENDINGS = {".csv", ".tsv", ".tab"}
SHEET_ENDINGS = {".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"}
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
__all__ = ["CSV_ENDINGS", "SHEET_ENDINGS", "CannotRead", "read_tables", "row_as_csv"]


def read_tables(content: bytes, *, name: str) -> list[Table]:
    """The sheets that hold anything, or the one table of a text; raises `CannotRead`."""
    if content.startswith(WORKBOOKS) or PurePath(name).suffix.lower() in SHEET_ENDINGS:
        return read_sheets(content)
    return [read_csv(content)]


def row_as_csv(headings: Sequence[str], cells: Sequence[str]) -> bytes:
    """The row under its headings, so that it can be understood, mended and tried again by itself."""
    text = io.StringIO()
    csv.writer(text).writerows([headings, cells])
    return text.getvalue().encode()
