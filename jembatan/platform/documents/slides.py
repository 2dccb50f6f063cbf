"""PPTX by python-pptx: the same document for those who show it: figures, the chart, then section by section."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from math import ceil
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Mm, Pt

from jembatan.platform.documents.model import Chart, Document, Line
from jembatan.platform.documents.xml_text import property_text, xml_text

INK, QUIET, NILA = RGBColor(0x1C, 0x22, 0x2E), RGBColor(0x5E, 0x63, 0x6F), RGBColor(0x2E, 0x45, 0x96)
WIDTH, HEIGHT, EDGE = 338, 190, 16
LINES, MOST_SLIDES, LONGEST = 7, 60, 220
LARGE, SMALL, AFTER = 16, 12, 7
ROOM_WIDE, ROOM_HIGH = 850, 380
"""Points within the box of the lines."""
SHORT_TITLE, LONGEST_TITLE = 60, 180
BLANK = 6


def write_pptx(document: Document) -> bytes:
    """At most sixty slides; each bears the marking, and each line leads to its first source."""
    file = Presentation()
    file.slide_width, file.slide_height = Mm(WIDTH), Mm(HEIGHT)
    file.core_properties.title = property_text(document.title)
    file.core_properties.author = property_text(document.made)
    file.core_properties.language = document.language
    _first(file, document)
    if document.chart:
        _chart(_slide(file, document, document.chart.title), document.chart)
    for section in document.sections:
        chunks = list(_chunks(section.lines)) or [()]
        for number, lines in enumerate(chunks, start=1):
            if len(file.slides) >= MOST_SLIDES:
                break
            title = section.title if len(chunks) == 1 else f"{section.title} ({number}/{len(chunks)})"
            slide = _slide(file, document, title)
            _lines(slide, lines, section.empty)
    output = BytesIO()
    file.save(output)
    return output.getvalue()


def _first(file: Any, document: Document) -> None:
    slide = _slide(file, document, document.title)
    _text(slide, document.subtitle, top=36, height=10, size=16, colour=QUIET)
    width = (WIDTH - 2 * EDGE) / max(len(document.figures), 1)
    for place, (label, value) in enumerate(document.figures):
        left = EDGE + place * width
        _text(slide, value, top=70, height=24, size=48, bold=True, left=left, width=width)
        _text(slide, label, top=95, height=10, size=14, colour=QUIET, left=left, width=width)


def _slide(file: Any, document: Document, title: str) -> Any:
    slide = file.slides.add_slide(file.slide_layouts[BLANK])
    cut = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
    size = 26 if len(title) <= SHORT_TITLE else 18
    _text(slide, cut, top=14, height=16, size=size, bold=True, colour=NILA)
    marking = _text(
        slide, str(document.marking), top=4, height=8, size=10, bold=True, left=WIDTH - 80, width=80 - EDGE
    )
    marking.alignment = PP_ALIGN.RIGHT
    foot = f"{document.made} · {document.marking}"
    _text(slide, foot, top=HEIGHT - 12, height=8, size=9, colour=QUIET)
    return slide


def _chart(slide: Any, chart: Chart) -> None:
    data = CategoryChartData()
    bars = chart.bars[::-1]  # a bar chart begins at its foot
    data.categories = [xml_text(label) for label, _value in bars]
    data.add_series(xml_text(chart.title), [value for _label, value in bars])
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, Mm(EDGE), Mm(34), Mm(WIDTH - 2 * EDGE), Mm(HEIGHT - 50), data
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", xml_text(chart.alt))
    drawn = frame.chart
    drawn.has_legend, drawn.has_title = False, False
    drawn.font.size = Pt(12)
    plot = drawn.plots[0]
    plot.has_data_labels, plot.gap_width = True, 60
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = NILA


def _chunks(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """As many as a slide has room for."""
    chunk: list[Line] = []
    for line in lines:
        if len(chunk) == LINES or sum(map(_height, [*chunk, line])) > ROOM_HIGH:
            yield tuple(chunk)
            chunk = []
        chunk.append(line)
    if chunk:
        yield tuple(chunk)


def _height(line: Line) -> float:
    """In points, as a program will about break it: a character is half as wide as high."""
    wide = LARGE * len(line.text[:LONGEST]) + SMALL * (len(line.label) + len(line.detail[:LONGEST]))
    return ceil(wide / 2 / ROOM_WIDE) * LARGE * 1.2 + AFTER


def _lines(slide: Any, lines: tuple[Line, ...], empty: str) -> None:
    box = slide.shapes.add_textbox(Mm(EDGE), Mm(34), Mm(WIDTH - 2 * EDGE), Mm(HEIGHT - 50))
    frame = box.text_frame
    frame.word_wrap = True
    if not lines:
        _run(frame.paragraphs[0], empty, size=16, colour=QUIET)
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(AFTER)
        if line.label:
            _run(paragraph, f"{line.label}   ", size=SMALL, colour=QUIET)
        run = _run(paragraph, line.text[:LONGEST], size=LARGE)
        if line.sources and line.sources[0].url:
            run.hyperlink.address = line.sources[0].url
        if line.detail:
            _run(paragraph, f"   {line.detail[:LONGEST]}", size=SMALL, colour=QUIET)


def _text(
    slide: Any,
    text: str,
    *,
    top: float,
    height: float,
    size: float,
    bold: bool = False,
    colour: RGBColor = INK,
    left: float = EDGE,
    width: float = WIDTH - 2 * EDGE,
) -> Any:
    box = slide.shapes.add_textbox(Mm(left), Mm(top), Mm(width), Mm(height))
    frame = box.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    _run(frame.paragraphs[0], text, size=size, bold=bold, colour=colour)
    return frame.paragraphs[0]


def _run(paragraph: Any, text: str, *, size: float, bold: bool = False, colour: RGBColor = INK) -> Any:
    run = paragraph.add_run()
    run.text = xml_text(text).replace("\n", " ")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour
    run.font.name = "Calibri"
    return run
