"""Slides: nothing runs over their edge, and whoever does not see the chart is told what it shows."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pptx import Presentation

from jembatan.platform.documents.model import Chart, Document, Line, Section, Words
from jembatan.platform.documents.slides import write_pptx


def _slides(*lines: Line, title: str = "Week 47") -> list[Any]:
    document = Document(
        title=title,
        language="en",
        made_at=datetime(2026, 11, 25, 7, 30, tzinfo=UTC),
        made="Biro Kerja Sama",
        words=Words(sources="Sources", page="Page", of="of"),
        sections=(Section("Journal", lines),),
        chart=Chart("By partner", (("Akitsu", 12), ("Halvern", 3)), "Akitsu: 12; Halvern: 3"),
    )
    return list(Presentation(BytesIO(write_pptx(document))).slides)


def test_chart_tells_what_it_shows_to_whoever_does_not_see_it() -> None:
    [chart] = [shape for slide in _slides() for shape in slide.shapes if shape.has_chart]
    assert chart._element.nvGraphicFramePr.cNvPr.get("descr") == "Akitsu: 12; Halvern: 3"


def test_slide_holds_as_many_lines_as_it_has_room_for() -> None:
    def held(line: Line) -> list[int]:
        return [len(slide.shapes[-1].text_frame.paragraphs) for slide in _slides(*[line] * 8)[2:]]

    assert held(Line("Called Halvern", label="18 Nov 2026")) == [7, 1]
    assert held(Line("m" * 300, label="18 Nov 2026", detail="m" * 300)) == [4, 4]


def test_long_title_is_set_smaller_and_cut() -> None:
    run = _slides(title="Kerja sama " * 30)[0].shapes[0].text_frame.paragraphs[0].runs[0]
    assert (run.font.size.pt, len(run.text), run.text[-1]) == (18, 180, "…")
