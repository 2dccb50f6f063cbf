"""The book of numbers as a workbook, for those who keep it on paper or hand it to an auditor."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from jembatan.platform.documents.xml_text import xml_text

WIDTHS = (28, 18, 14, 60, 40, 24, 14)
CELL_LIMIT = 32_767


def write_book(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """One sheet under its title. Text is written as text: a cell that begins with "=" is not a formula."""
    import xlsxwriter  # only for those who take it along

    output = BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, xml_text(title), bold)
        sheet.write_row(1, 0, headings, bold)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width, wrapped)
        for at, row in enumerate(rows, start=2):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, xml_text(cell)[:CELL_LIMIT])
        sheet.freeze_panes(2, 0)
    return output.getvalue()
