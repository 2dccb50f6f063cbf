"""XLSX by XlsxWriter: the lines as rows, for those who count, and the chart."""

import re
from io import BytesIO
from typing import Any

import xlsxwriter

from jembatan.platform.documents.model import Chart, Document
from jembatan.platform.documents.xml_text import xml_text

CELL_LIMIT = 32_767
NILA = "#2e4596"
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31


def write_xlsx(document: Document, *, headings: tuple[str, str, str, str, str, str]) -> bytes:
    """A sheet with a row a line, and one with the figures and the chart where there are some. `headings` name section, label, text, detail, marking and sources.

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
        if document.chart and document.chart.bars:
            _chart(book, document, document.chart)
    return output.getvalue()


def _chart(book: Any, document: Document, chart: Chart) -> None:
    """Figures and bars as cells, and the bars drawn from them, the first on top."""
    name = NOT_IN_A_NAME.sub(" ", xml_text(chart.title))[:LONGEST_NAME]
    sheet = book.add_worksheet(name)
    for place in (sheet.set_header, sheet.set_footer):
        place(f"&C{document.marking}")
    sheet.set_column(0, 0, 36)
    for row, figure in enumerate(document.figures):
        sheet.write_row(row, 0, [xml_text(text) for text in figure])
    first = len(document.figures) + 1
    for row, (label, value) in enumerate(chart.bars, start=first):
        sheet.write_string(row, 0, xml_text(label)[:CELL_LIMIT])
        sheet.write_number(row, 1, value)
    last = first + len(chart.bars) - 1
    drawn = book.add_chart({"type": "bar"})
    drawn.add_series(
        {
            "categories": [name, first, 0, last, 0],
            "values": [name, first, 1, last, 1],
            "fill": {"color": NILA},
            "data_labels": {"value": True},
        }
    )
    drawn.set_title({"name": xml_text(chart.title), "overlay": False})
    drawn.set_legend({"none": True})
    drawn.set_y_axis({"reverse": True})
    drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    sheet.insert_chart(0, 3, drawn, {"description": xml_text(chart.alt)})
