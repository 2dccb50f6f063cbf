"""Hours as a spreadsheet: a row an officer, numbers as numbers, for those who pay by them."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter

from jembatan.platform.documents.xml_text import xml_text

CELL_LIMIT = 32_767


@dataclass(frozen=True, slots=True)
class HoursRow:
    """What an officer has done: `minutes` of work at `duties` on `days`, of them `no_shows` missed."""

    number: int
    name: str
    employment: str
    days: int
    duties: int
    minutes: int
    delegations: int
    no_shows: int

    @property
    def hours(self) -> float:
        """Of work."""
        return self.minutes / 60


def write_hours(rows: Sequence[HoursRow], *, title: str, marking: str, headings: Sequence[str]) -> bytes:
    """One sheet. `headings` name the eight columns; text is written as text, so that a cell that begins with "=" is not a formula."""
    output = BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        bold, hours = book.add_format({"bold": True}), book.add_format({"num_format": "0.00"})
        sheet.set_header(f"&C{marking}")
        sheet.set_footer(f"&C{marking}")
        sheet.write_row(0, 0, [marking, xml_text(title)], bold)
        sheet.write_row(1, 0, headings, bold)
        sheet.set_column(1, 1, 34)
        sheet.set_column(2, 7, 14)
        for line, row in enumerate(rows, 2):
            sheet.write_number(line, 0, row.number)
            sheet.write_string(line, 1, xml_text(row.name)[:CELL_LIMIT])
            sheet.write_string(line, 2, row.employment)
            sheet.write_number(line, 3, row.days)
            sheet.write_number(line, 4, row.duties)
            sheet.write_number(line, 5, row.hours, hours)
            sheet.write_number(line, 6, row.delegations)
            sheet.write_number(line, 7, row.no_shows)
        sheet.freeze_panes(2, 2)
    return output.getvalue()
