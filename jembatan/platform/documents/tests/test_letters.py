"""Formal letters: on paper and in Word, long ones, names of other scripts, and any text whatever."""

from datetime import UTC, datetime
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import cast

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jembatan.platform.documents.letter import DatePlace, Font, FormalLetter, Layout, LogoPlace, Shape
from jembatan.platform.documents.letter_pdf import letter_pictures, write_letter_pdf
from jembatan.platform.documents.letter_templates import shipped_template
from jembatan.platform.documents.letter_word import write_letter_docx
from jembatan.platform.documents.pdf import count_pages
from jembatan.platform.markings import Marking

LOGO = (Path(__file__).parents[2] / "ui/static/ui/icon-192.png").read_bytes()
NOON = datetime(2026, 11, 29, 5, tzinfo=UTC)
NAMES = ("Yth. Direktur 田中 花子", "السيد أحمد", "นายกรุงเทพ", "\U0001f6a2")


def letter(layout: Layout = "official", **changed: object) -> FormalLetter:
    values: dict[str, object] = {
        "language": "id",
        "title": "Jadwal pandu",
        "marking": Marking.AMBER,
        "letterhead": ("BIRO KERJA SAMA", "Jakarta"),
        "facts": (("Nomor", "001/LO"), ("Hal", "Jadwal pandu")),
        "place_and_date": "Jakarta, 29 November 2026",
        "addressee": NAMES,
        "opening": ("Dengan hormat,",),
        "paragraphs": ("Kami menyetujui.",),
        "closing": ("Terima kasih.",),
        "signer_office": "Kepala Biro,",
        "signer_name": "Ratna Wulandari",
        "signer_number": "NIP 1",
        "copies_label": "Tembusan:",
        "copies": ("Menteri",),
        "page": "Halaman",
    }
    return FormalLetter(layout=layout, **values | changed)  # type: ignore[arg-type]  # tests name the fields


@pytest.mark.parametrize("layout", ["official", "plain"])
def test_letter_is_tagged_and_goes_on_over_its_pages(layout: Layout) -> None:
    short = write_letter_pdf(letter(layout), made_at=NOON)
    long = write_letter_pdf(
        letter(layout, paragraphs=("Kami menyetujui jadwal pandu. " * 40,) * 6, copies=("Menteri",) * 30),
        made_at=NOON,
    )

    assert (count_pages(short), count_pages(long)) == (1, 4)
    assert b"/MarkInfo" in short
    assert b"pdfuaid" in short
    assert short == write_letter_pdf(letter(layout), made_at=NOON)
    assert [page[:4] for page in letter_pictures(letter(layout))] == [b"\x89PNG"]


@pytest.mark.parametrize("layout", ["official", "plain"])
def test_shipped_word_template_says_all_that_the_letter_says(layout: Layout) -> None:
    made = Document(BytesIO(write_letter_docx(letter(layout), shipped_template(layout))))

    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    told = "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])
    for text in (
        "BIRO KERJA SAMA", "001/LO", "Jakarta, 29 November 2026", *NAMES, "Dengan hormat,", "Kami menyetujui.", "Terima kasih.",
        "Kepala Biro,", "Ratna Wulandari", "NIP 1", "Tembusan:", "1. Menteri",
    ):  # fmt: skip
        assert text in told
    assert "{" not in told
    assert [paragraph.text for paragraph in made.sections[0].header.paragraphs] == ["TLP:AMBER"]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["official", "plain"]))
def test_any_text_becomes_a_letter(text: str, layout: Layout) -> None:
    written = letter(layout, paragraphs=(text,), addressee=(text,), copies=(text, text), signer_name=text)

    assert write_letter_pdf(written, made_at=NOON).startswith(b"%PDF")
    Document(BytesIO(write_letter_docx(written, shipped_template(layout))))


SHAPES = [
    Shape(
        font=cast("Font", font),
        size=size,
        left=30,
        right=15,
        top=15,
        bottom=30,
        logo=cast("LogoPlace", logo),
        date=cast("DatePlace", date),
    )
    for font, size, logo, date in product(
        ("sans", "serif"), (9, 14), ("beside", "above", "wide"), ("top", "signature")
    )
]


@pytest.mark.parametrize("layout", ["official", "plain"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_both_forms_carry_the_same_words_in_every_shape(shape: Shape, layout: Layout) -> None:
    written = letter(
        layout, shape=shape, logo=LOGO, addressee=("Yth. Direktur",), footer=("Jalan Laut 1", "laut.example")
    )

    paper = PdfReader(BytesIO(write_letter_pdf(written, made_at=NOON))).pages[0].extract_text().split()
    word = Document(BytesIO(write_letter_docx(written, shipped_template(layout, shape))))
    section = word.sections[0]
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    parts = [*section.header.paragraphs, *word.paragraphs, *section.footer.paragraphs]
    told = " ".join([*(paragraph.text for paragraph in parts), *cells]).split()

    assert sorted(each for each in paper if each != ":") == sorted(
        each for each in told if each not in {":", "1."}
    )
    assert section.left_margin is not None
    assert round(section.left_margin.mm) == 30
    assert word.styles["Normal"].font.size.pt == shape.size


def test_date_above_the_signature_leaves_the_top() -> None:
    def lines(shape: Shape) -> list[str]:
        pdf = write_letter_pdf(letter(shape=shape), made_at=NOON)
        return PdfReader(BytesIO(pdf)).pages[0].extract_text().splitlines()

    at_top, below = lines(Shape()), lines(Shape(date="signature"))
    date = "Jakarta, 29 November 2026"
    assert [line for line in at_top if date in line]
    assert below.index(date) == below.index("Kepala Biro,") - 1
