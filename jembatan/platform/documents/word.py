"""DOCX by python-docx: the same document for those who have to go on writing in it."""

from io import BytesIO
from typing import Any

from docx import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from jembatan.platform.documents.model import Chart, Document, Section, Source
from jembatan.platform.documents.plain import as_plain
from jembatan.platform.documents.typesetting import pictures
from jembatan.platform.documents.xml_text import property_text, xml_text
from jembatan.platform.markings import Marking

NILA, QUIET = RGBColor(0x2E, 0x45, 0x96), RGBColor(0x5E, 0x63, 0x6F)
TLP_COLOURS = {
    Marking.RED: RGBColor(0xFF, 0x2B, 0x2B),
    Marking.AMBER: RGBColor(0xFF, 0xC0, 0x00),
    Marking.AMBER_STRICT: RGBColor(0xFF, 0xC0, 0x00),
    Marking.GREEN: RGBColor(0x33, 0xFF, 0x00),
    Marking.CLEAR: RGBColor(0xFF, 0xFF, 0xFF),
}


def write_docx(document: Document) -> bytes:
    """The document as a Word file; sources are hyperlinks at its end."""
    file = _blank(document)
    file.add_heading(xml_text(document.title), level=1)
    if document.subtitle:
        _quiet(file.add_paragraph(), document.subtitle)
    for label, value in document.figures:
        paragraph = file.add_paragraph()
        paragraph.add_run(f"{value} ").bold = True
        paragraph.add_run(label)
    if document.chart and document.chart.bars:
        _chart(file, document, document.chart)
    numbers = document.sources()
    for section in document.sections:
        _section(file, section, numbers)
    if numbers:
        _sources(file, document.words.sources, numbers)
    output = BytesIO()
    file.save(output)
    return output.getvalue()


def _blank(document: Document) -> Any:
    file = WordFile()
    file.core_properties.title = property_text(document.title)
    file.core_properties.author = property_text(document.made)
    file.core_properties.language = document.language
    style = file.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10.5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), {"id": "id-ID", "en": "en-GB"}[document.language])
    style.element.get_or_add_rPr().append(language)
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    _marking(page.header.paragraphs[0], document.marking, WD_ALIGN_PARAGRAPH.RIGHT)
    _marking(page.footer.paragraphs[0], document.marking, WD_ALIGN_PARAGRAPH.CENTER)
    _quiet(page.footer.add_paragraph(), document.made)
    return file


def _marking(paragraph: Any, marking: Marking, alignment: WD_ALIGN_PARAGRAPH) -> None:
    """The TLP label in its colour on black."""
    paragraph.alignment = alignment
    run = paragraph.add_run(f" {marking} ")
    run.bold = True
    run.font.color.rgb = TLP_COLOURS[marking]
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "000000")
    run._r.get_or_add_rPr().append(shade)


def _chart(file: Any, document: Document, chart: Chart) -> None:
    """A picture that says in words what it shows."""
    file.add_paragraph().add_run(xml_text(chart.title)).bold = True
    [picture] = pictures("chart.typ", as_plain(document), ppi=200)
    shape = file.add_picture(BytesIO(picture), width=Mm(166))
    shape._inline.docPr.set("descr", xml_text(chart.alt))


def _section(file: Any, section: Section, numbers: dict[Source, int]) -> None:
    file.add_heading(xml_text(section.title), level=2)
    if not section.lines:
        _quiet(file.add_paragraph(), section.empty)
        return
    table = file.add_table(rows=0, cols=2)
    for line in section.lines:
        label, text = table.add_row().cells
        label.width, text.width = Mm(35), Mm(131)
        _quiet(label.paragraphs[0], line.label)
        text.paragraphs[0].add_run(xml_text(line.text))
        if line.marking not in {Marking.CLEAR, Marking.GREEN}:
            text.paragraphs[0].add_run(f" {line.marking}").bold = True
        marks = "".join(f"[{numbers[source]}]" for source in line.sources)
        if marks:
            text.paragraphs[0].add_run(f" {marks}").font.superscript = True
        if line.detail:
            _quiet(text.add_paragraph(), line.detail)


def _sources(file: Any, title: str, numbers: dict[Source, int]) -> None:
    file.add_heading(title, level=2)
    for source, number in numbers.items():
        words = " · ".join(part for part in (source.kind, source.title, source.when) if part)
        paragraph = file.add_paragraph(xml_text(f"[{number}] {words} "))
        if source.url:
            _link(paragraph, source.url)


def _link(paragraph: Any, url: str) -> None:
    """python-docx reads hyperlinks but does not make them: a relationship and its element."""
    key = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), key)
    text.text = url
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


def _quiet(paragraph: Any, text: str) -> None:
    run = paragraph.add_run(xml_text(text))
    run.font.color.rgb = QUIET
    run.font.size = Pt(9.5)
