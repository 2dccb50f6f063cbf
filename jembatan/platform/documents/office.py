"""Documents and forms as files of an office suite. What writes such files comes with the first of them: it takes longer to load than a room."""

from jembatan.platform.documents.form import FormSheet
from jembatan.platform.documents.letter import SHIPPED, FormalLetter, Layout, Shape
from jembatan.platform.documents.model import Document


def write_docx(document: Document) -> bytes:
    """By `word.py`."""
    from jembatan.platform.documents.word import write_docx as write

    return write(document)


def write_xlsx(document: Document, *, headings: tuple[str, str, str, str, str, str]) -> bytes:
    """By `sheet.py`."""
    from jembatan.platform.documents.sheet import write_xlsx as write

    return write(document, headings=headings)


def write_pptx(document: Document) -> bytes:
    """By `slides.py`."""
    from jembatan.platform.documents.slides import write_pptx as write

    return write(document)


def write_form_docx(sheet: FormSheet) -> bytes:
    """By `form_word.py`."""
    from jembatan.platform.documents.form_word import write_form_docx as write

    return write(sheet)


def write_letter_docx(letter: FormalLetter, template: bytes) -> bytes:
    """By `letter_word.py`."""
    from jembatan.platform.documents.letter_word import write_letter_docx as write

    return write(letter, template)


def shipped_template(layout: Layout, shape: Shape = SHIPPED) -> bytes:
    """By `letter_templates.py`."""
    from jembatan.platform.documents.letter_templates import shipped_template as ship

    return ship(layout, shape)
