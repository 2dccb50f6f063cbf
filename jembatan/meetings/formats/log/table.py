"""A sheet of any kind as rows of text: CSV with any separator and encoding, TSV, XLSX, XLS, ODS."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import python_calamine

from jembatan.meetings.formats.text import decode

SEPARATORS = ",;\t|"
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
CELL_LENGTH = 10_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row and its line in the file (of a workbook: its number on the sheet), cells without outer blanks."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Nothing is written in it."""
        return not any(self.cells)


def is_workbook(head: bytes) -> bool:
    """Whether the file is a spreadsheet rather than text."""
    return head.startswith(WORKBOOKS)


def read_rows(raw: bytes) -> list[Row]:
    """The rows of a text table or of a workbook's first sheet that has any. Raises `ValueError` for a broken workbook."""
    return list(_workbook_rows(raw) if is_workbook(raw) else _text_rows(decode(raw)))


def _text_rows(text: str) -> Iterator[Row]:
    csv.field_size_limit(CELL_LENGTH)
    text = text.replace("\x00", "")
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=_separator(text), skipinitialspace=True)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple(cell.strip().strip("\ufeff") for cell in cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _separator(text: str) -> str:
    """The sign that splits the most of the first lines into the same number of cells."""
    lines = [line for line in text.splitlines()[:60] if line.strip()]
    counts = {sign: [line.count(sign) for line in lines] for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: (sum(count > 0 for count in counts[sign]), sum(counts[sign])))


def _workbook_rows(raw: bytes) -> Iterator[Row]:
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        sheets = (workbook.get_sheet_by_index(index) for index in range(len(workbook.sheet_names)))
        rows = next((rows for sheet in sheets if (rows := sheet.to_python(skip_empty_area=False))), [])
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise ValueError(str(error)) from error
    for line, cells in enumerate(rows, start=1):
        yield Row(line, tuple(_cell(cell) for cell in cells))


def _cell(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes") if value.time() != time.min else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return (
            (datetime(1, 1, 1, tzinfo=UTC) + value).time().isoformat("minutes")
            if value < timedelta(days=1)
            else str(value)
        )
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
