"""Spreadsheets (XLSX, XLS, ODS) as rows of text."""

import datetime as dt
import io
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from jembatan.directory.formats.contact import Defect
from jembatan.directory.formats.tables.table import Row, Table

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class CannotRead(ValueError):
    """The file is no spreadsheet, or a broken or protected one."""


def read_sheets(content: bytes) -> list[Table]:
    """Every sheet that holds anything. Raises `CannotRead`."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        tables = [_table(workbook, name) for name in workbook.sheet_names]
    except (CalamineError, ValueError, OSError) as error:
        raise CannotRead(str(error)) from error
    return [table for table in tables if table.rows or table.defects]


def _table(workbook: CalamineWorkbook, name: str) -> Table:
    sheet = workbook.get_sheet_by_name(name)
    first = (sheet.start or (0, 0))[0] + 1
    values = sheet.to_python(skip_empty_area=True)
    rows = [Row(number, [_text(value) for value in cells]) for number, cells in enumerate(values, first)]
    table = Table([row for row in rows if row], name=name)
    table.defects += [
        Defect(row.number, "a formula could not be calculated", cell)
        for row in table.rows
        for cell in row.cells
        if cell.startswith("#") and cell.rstrip("!?").upper() in {"#REF", "#N/A", "#NAME", "#DIV/0", "#VALUE"}
    ]
    return table


def _text(value: Any) -> str:
    """Numbers without the decimals that spreadsheets add (telephone numbers and postal codes), dates as ISO 8601."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.date | dt.datetime | dt.time):
        return value.isoformat()
    return str(value).strip() if value is not None else ""
