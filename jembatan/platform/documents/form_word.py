"""A form with numbered blocks as a Word file."""

from io import BytesIO
from typing import Any

from docx import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from jembatan.platform.documents.form import Block, FormSheet, Table
from jembatan.platform.documents.xml_text import property_text, xml_text

WIDTH = 174


def write_form_docx(sheet: FormSheet) -> bytes:
    """Every block is a cell of a table, and can be written in."""
    file = WordFile()
    file.core_properties.title = property_text(f"{sheet.name} {sheet.title}")
    file.core_properties.author = property_text(sheet.made)
    file.core_properties.language = sheet.language
    file.styles["Normal"].font.name, file.styles["Normal"].font.size = "Calibri", Pt(9.5)
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.header.paragraphs[0].add_run(str(sheet.marking)).bold = True
    page.footer.paragraphs[0].add_run(xml_text(f"{sheet.made} · {sheet.marking}"))
    file.add_heading(xml_text(f"{sheet.title} ({sheet.name})"), level=1)
    for row in sheet.rows:
        _row(file, row)
    output = BytesIO()
    file.save(output)
    return output.getvalue()


def _row(file: Any, row: tuple[Block, ...]) -> None:
    table = file.add_table(rows=1, cols=len(row))
    table.style = "Table Grid"
    for cell, block in zip(table.rows[0].cells, row, strict=True):
        _block(cell, block)
    if len(row) == 1 and row[0].table is not None:
        _table(file, row[0].table)


def _block(cell: Any, block: Block) -> None:
    cell.paragraphs[0].add_run(xml_text(f"{block.number}. {block.title}")).bold = True
    for label, value in block.values:
        cell.add_paragraph(xml_text(f"{label}: {value}"))
    for line in block.text.split("\n") if block.text else ():
        cell.add_paragraph(xml_text(line))


def _table(file: Any, content: Table) -> None:
    """Cells by the row: asking a table for its cells one by one takes ever longer."""
    table = file.add_table(rows=1 + len(content.rows), cols=len(content.headings))
    table.style = "Table Grid"
    total = sum(content.widths)
    for number, (row, texts) in enumerate(zip(table.rows, (content.headings, *content.rows), strict=True)):
        for cell, text, width in zip(row.cells, texts, content.widths, strict=True):
            cell.width = Mm(WIDTH * width / total)
            cell.paragraphs[0].add_run(xml_text(text)).bold = number == 0
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
