"""Formal letters: on paper and in Word, long ones, names of other scripts, and any text whatever."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from jembatan.platform.documents.letter import FormalLetter, Layout
from jembatan.platform.documents.letter_pdf import letter_pictures, write_letter_pdf
from jembatan.platform.documents.letter_templates import shipped_template
from jembatan.platform.documents.letter_word import write_letter_docx
from jembatan.platform.documents.pdf import count_pages
from jembatan.platform.markings import Marking

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
