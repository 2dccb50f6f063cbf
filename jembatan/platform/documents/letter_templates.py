"""The Word templates that are shipped: what a desk begins with when it makes its own."""

from io import BytesIO
from typing import Any

from docx import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from jembatan.platform.documents.letter import SHIPPED, Layout, Shape

CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
SIGNATURE_WIDTH = 75
FONTS = {"sans": "Calibri", "serif": "Times New Roman"}


def shipped_template(layout: Layout, shape: Shape = SHIPPED) -> bytes:
    """The fields of `letter_word.py` in their places, as the PDF has them."""
    file = WordFile()
    style = file.styles["Normal"]
    style.font.name, style.font.size = FONTS[shape.font], Pt(shape.size)
    style.paragraph_format.space_after = Pt(0)
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(shape.left), Mm(shape.right)
    page.top_margin, page.bottom_margin = Mm(shape.top), Mm(shape.bottom)
    page.header.paragraphs[0].alignment = RIGHT
    _foot(page.footer)
    for paragraph in (page.header.paragraphs[0], page.footer.paragraphs[-1]):
        paragraph.add_run("{{ marking }}").bold = True
    _head(file, layout)
    if layout == "official":
        if shape.date == "top":
            _facts_beside_the_date(file, Mm(shape.width))
        else:
            _facts(file)
            file.add_paragraph()
        _each(file, "line", "addressee")
    else:
        if shape.date == "top":
            file.add_paragraph("{{ place_and_date }}").alignment = RIGHT
        _each(file, "line", "addressee")
        file.add_paragraph()
        _facts(file)
    file.add_paragraph()
    _text(file, indented=layout == "official")
    _signature(
        file,
        at=Mm(shape.width - SIGNATURE_WIDTH) if layout == "official" else None,
        dated=shape.date == "signature",
    )
    _copies(file)
    output = BytesIO()
    file.save(output)
    return output.getvalue()


def _head(file: Any, layout: Layout) -> None:
    alignment = CENTRE if layout == "official" else None
    _tag(file, "{%p if logo %}")
    file.add_paragraph("{{ logo }}").alignment = alignment
    _tag(file, "{%p endif %}")
    _tag(file, "{%p for line in letterhead %}")
    line = file.add_paragraph()
    line.alignment = alignment
    line.add_run("{% if loop.first %}{{ line }}{% endif %}").bold = True
    line.add_run("{% if not loop.first %}{{ line }}{% endif %}").font.size = Pt(9)
    _tag(file, "{%p endfor %}")
    _ruled(file.add_paragraph())
    file.add_paragraph()


def _foot(foot: Any) -> None:
    foot.paragraphs[0].add_run("{%p for line in footer %}")
    line = foot.add_paragraph()
    line.add_run("{{ line }}").font.size = Pt(8)
    foot.add_paragraph("{%p endfor %}")
    foot.add_paragraph()
    for paragraph in foot.paragraphs:
        paragraph.alignment = CENTRE


def _facts_beside_the_date(file: Any, width: Any) -> None:
    left, right = file.add_table(rows=1, cols=2).rows[0].cells
    left.width, right.width = Mm(105), width - Mm(105)
    left.paragraphs[0].add_run("{%p for fact in facts %}")
    _hanging(left.add_paragraph("{{ fact.label }}\t: {{ fact.value }}"))
    left.add_paragraph("{%p endfor %}")
    left.add_paragraph()
    right.paragraphs[0].add_run("{{ place_and_date }}")
    right.paragraphs[0].alignment = RIGHT


def _facts(file: Any) -> None:
    _tag(file, "{%p for fact in facts %}")
    _hanging(file.add_paragraph("{{ fact.label }}\t: {{ fact.value }}"))
    _tag(file, "{%p endfor %}")


def _text(file: Any, *, indented: bool) -> None:
    for part in ("opening", "paragraphs", "closing"):
        paragraph = _each(file, "text", part)
        paragraph.paragraph_format.space_after = Pt(8)
        if indented:
            paragraph.paragraph_format.first_line_indent = Mm(10)


def _signature(file: Any, *, at: Any, dated: bool) -> None:
    date = ("{{ place_and_date }}",) if dated else ()
    office = ("{{ signer_office }}", "", "", "", "{{ signer_name }}", "{{ signer_number }}")
    lines = [file.add_paragraph(text) for text in (*date, *office)]
    for line in lines:
        line.paragraph_format.left_indent = at
        line.paragraph_format.keep_with_next = line is not lines[-1]


def _copies(file: Any) -> None:
    _tag(file, "{%p if copies %}")
    file.add_paragraph()
    file.add_paragraph("{{ copies_label }}")
    _tag(file, "{%p endif %}")
    _each(file, "copy", "copies", before="{{ loop.index }}. ")


def _each(file: Any, name: str, fields: str, *, before: str = "") -> Any:
    """A paragraph for each; the one that stands for all of them."""
    _tag(file, f"{{%p for {name} in {fields} %}}")
    paragraph = file.add_paragraph(f"{before}{{{{ {name} }}}}")
    _tag(file, "{%p endfor %}")
    return paragraph


def _tag(file: Any, text: str) -> None:
    file.add_paragraph(text)


def _hanging(paragraph: Any) -> None:
    """A long value goes on under its own beginning."""
    paragraph.paragraph_format.left_indent = Mm(28)
    paragraph.paragraph_format.first_line_indent = -Mm(28)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(26))


def _ruled(paragraph: Any) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)
