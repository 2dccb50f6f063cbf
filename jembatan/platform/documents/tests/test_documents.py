"""The document model and its writers."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document as read_docx
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from jembatan.platform.documents.file_name import file_name
from jembatan.platform.documents.model import Chart, Document, Line, Section, Source, Span, Timeline, Words
from jembatan.platform.documents.pdf import count_pages, write_pdf
from jembatan.platform.documents.plain import as_plain, from_plain
from jembatan.platform.documents.sheet import write_xlsx
from jembatan.platform.documents.slides import write_pptx
from jembatan.platform.documents.word import write_docx
from jembatan.platform.markings import Marking

LETTER = Source("Mail", "Invitation", "3 Nov 2026", "http://localhost:8000/messages/3/")
CARD = Source("Directory", "Tanaka Yūko")
HEADINGS = ("Section", "When", "What", "Details", "Marking", "Sources")


def _document(*lines: Line, title: str = "Brief: Akitsu") -> Document:
    return Document(
        title=title,
        subtitle="Meeting of 27 November",
        language="en",
        made_at=datetime(2026, 11, 25, 7, 30, tzinfo=UTC),
        made="Biro Kerja Sama",
        words=Words(sources="Sources", page="Page", of="of"),
        sections=(Section("People", lines, "Nobody yet."), Section("Meetings", (), "None.")),
        figures=(("messages", "12"),),
        chart=Chart("By partner", (("Akitsu", 12), ("Halvern", 0)), "Akitsu: 12; Halvern: 0"),
    )


SAMPLE = _document(
    Line(
        "Tanaka Yūko (田中優子)", label="First Secretary", detail="Address: Ms Tanaka", sources=(CARD, LETTER)
    ),
    Line("=1+1 is not a formula", sources=(LETTER,), marking=Marking.AMBER),
)


def test_document_bears_the_highest_marking_of_its_lines() -> None:
    assert SAMPLE.marking == Marking.AMBER


def test_sources_are_numbered_once_in_order_of_first_use() -> None:
    assert SAMPLE.sources() == {CARD: 1, LETTER: 2}


def test_plain_lines_name_their_sources_by_number() -> None:
    lines = as_plain(SAMPLE)["sections"][0]["lines"]
    assert [line["sources"] for line in lines] == [[1, 2], [2]]


def test_pdf_is_tagged_titled_and_marked_on_every_page() -> None:
    pdf = write_pdf(_document(*(Line(f"Line {number}", marking=Marking.RED) for number in range(120))))
    reader = PdfReader(BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert reader.metadata is not None
    assert reader.metadata.title == "Brief: Akitsu"
    assert len(reader.pages) == count_pages(pdf) > 1
    assert all(page.extract_text().count("TLP:RED") >= 2 for page in reader.pages)


def test_pdf_shows_names_in_their_own_script() -> None:
    assert "田中優子" in PdfReader(BytesIO(write_pdf(SAMPLE))).pages[0].extract_text()


def test_pdf_of_the_same_document_is_the_same_file() -> None:
    assert write_pdf(SAMPLE) == write_pdf(SAMPLE)


def test_pdf_links_lead_to_the_sources() -> None:
    page = PdfReader(BytesIO(write_pdf(SAMPLE))).pages[0]
    notes: Any = page["/Annots"]
    targets = [note.get_object().get("/A", {}).get("/URI") for note in notes]
    assert LETTER.url in targets


def test_docx_holds_the_lines_the_marking_and_the_links() -> None:
    content = write_docx(SAMPLE)
    file = read_docx(BytesIO(content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert cells[0] == "First Secretary"
    assert "Tanaka Yūko (田中優子)" in cells[1]
    assert "TLP:AMBER" in file.sections[0].header.paragraphs[0].text
    links = zipfile.ZipFile(BytesIO(content)).read("word/_rels/document.xml.rels").decode()
    assert LETTER.url in links


def test_chart_is_drawn_in_word_and_excel_and_says_what_it_shows() -> None:
    word = zipfile.ZipFile(BytesIO(write_docx(SAMPLE)))
    assert 'descr="Akitsu: 12; Halvern: 0"' in word.read("word/document.xml").decode()
    assert [name for name in word.namelist() if name.endswith(".png")] != []
    book = load_workbook(BytesIO(write_xlsx(SAMPLE, headings=HEADINGS)))
    sheet = book["By partner"]
    assert list(sheet.iter_rows(max_col=2, values_only=True)) == [
        ("messages", "12"), (None, None), ("Akitsu", 12), ("Halvern", 0),
    ]  # fmt: skip
    [chart] = sheet._charts
    assert chart.ser[0].val.numRef.f == "'By partner'!$B$3:$B$4"


@pytest.mark.parametrize("write", [write_docx, write_pptx])
def test_title_may_be_longer_than_the_property_of_a_file(write: Callable[[Document], bytes]) -> None:
    properties = zipfile.ZipFile(BytesIO(write(_document(title="Kerja sama " * 30)))).read(
        "docProps/core.xml"
    )
    assert (("Kerja sama " * 30)[:254] + "…").encode() in properties


def test_xlsx_keeps_text_as_text() -> None:
    sheet = load_workbook(BytesIO(write_xlsx(SAMPLE, headings=HEADINGS))).active
    assert sheet is not None
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0][:2] == ["TLP:AMBER", "Brief: Akitsu"]
    assert rows[1] == list(HEADINGS)
    assert rows[3] == ["People", "", "=1+1 is not a formula", "", "TLP:AMBER", LETTER.url]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_printed(text: str) -> None:
    document = _document(
        Line(text or "x", label=text, detail=text, sources=(Source(text, text, text, ""),)), title=text
    )
    assert write_docx(document).startswith(b"PK")
    assert write_xlsx(document, headings=HEADINGS).startswith(b"PK")
    assert json.loads(json.dumps(as_plain(document)))["title"] == text


@example("\t\N{ARABIC SIGN SALLALLAHOU ALAYHE WASSALLAM}")
@example("0\U000113e1")
@example("0\N{SINHALA VOWEL SIGN DIGA GAETTA-PILLA} e\N{COMBINING ACUTE ACCENT}")
@example(r"a\t" + "\tb")
@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_can_be_set(text: str) -> None:
    assert write_pdf(_document(Line(text, label=text), title=text or "x")).startswith(b"%PDF")


def test_characters_without_a_glyph_are_printed_as_boxes() -> None:
    pdf = write_pdf(_document(Line("Good news \N{ROCKET} \x07 for all"), title="\N{ROCKET}"))
    assert "Good news □ □ for all" in PdfReader(BytesIO(pdf)).pages[0].extract_text()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Brief: Cục Hàng hải", "brief-cuc-hang-hai.pdf"),
        ("田中", "document.pdf"),
        ("../etc/passwd", "etcpasswd.pdf"),
    ],
)
def test_file_name_is_one_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80), st.sampled_from(Marking))
def test_document_that_was_kept_is_the_same(text: str, marking: Marking) -> None:
    source = Source(text, "Letter", text, "https://example.org")
    chart = Chart("Meetings", ((text, 3),), "Three")
    line = Line(text, label=text, detail=text, sources=(source, LETTER), marking=marking)
    timeline = Timeline(
        (Span(text, 2.5, 10.0, done=True), Span(text, 50.0, 0.0)), ((0.0, text),), (7.5, text), text
    )
    drawn = Section("Plan", (line,), "", timeline)
    document = replace(_document(line, title=text), chart=chart, figures=((text, "1"),))
    document = replace(document, sections=(*document.sections, drawn))
    kept = json.loads(json.dumps(as_plain(document)))
    assert from_plain(kept) == replace(document, least_marking=document.marking)
    assert as_plain(from_plain(kept)) == as_plain(document)
