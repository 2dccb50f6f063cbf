"""A form with numbered blocks as a PDF."""

from dataclasses import asdict

from jembatan.platform.documents.form import FormSheet
from jembatan.platform.documents.typesetting import typeset


def form_data(sheet: FormSheet) -> dict[str, object]:
    """What the typst template receives."""
    return {
        "name": sheet.name,
        "title": sheet.title,
        "language": sheet.language,
        "rows": [[asdict(block) for block in row] for row in sheet.rows],
        "marking": str(sheet.marking),
        "made": sheet.made,
    }


def write_form_pdf(sheet: FormSheet) -> bytes:
    """Tagged, with the marking on every page; the same sheet gives the same bytes."""
    return typeset("form.typ", form_data(sheet), made_at=sheet.made_at)
