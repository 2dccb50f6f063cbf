"""XLSX by XlsxWriter: the lines as rows, for those who count."""

from io import BytesIO

import xlsxwriter

from jembatan.platform.documents.model import Document
from jembatan.platform.documents.xml_text import xml_text

CELL_LIMIT = 32_767


def write_xlsx(document: Document, *, headings: tuple[str, str, str, str, str, str]) -> bytes:
    """One sheet with a row a line. `headings` name section, label, text, detail, marking and sources.

    Text is written as text: a cell that begins with "=" is not a formula.
    """
    output = BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": xml_text(document.title), "author": xml_text(document.made)})
        sheet = book.add_worksheet()
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        marking = f"&C{document.marking}"
        sheet.set_header(marking)
        sheet.set_footer(marking)
        sheet.write_row(
            0, 0, [str(document.marking), xml_text(document.title), xml_text(document.subtitle)], bold
        )
        sheet.write_row(1, 0, headings, bold)
        sheet.set_column(0, 1, 22, wrapped)
        sheet.set_column(2, 3, 60, wrapped)
        sheet.set_column(4, 5, 30, wrapped)
        row = 2
        for section in document.sections:
            for line in section.lines:
                sources = "\n".join(source.url or source.title for source in line.sources)
                cells = (section.title, line.label, line.text, line.detail, str(line.marking), sources)
                for column, cell in enumerate(cells):
                    sheet.write_string(row, column, xml_text(cell)[:CELL_LIMIT])
                row += 1
        sheet.freeze_panes(2, 0)
        sheet.autofilter(1, 0, max(row - 1, 1), len(headings) - 1)
    return output.getvalue()
