"""A formal letter as PDF, and as pictures of its pages."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from jembatan.platform.documents.letter import FormalLetter
from jembatan.platform.documents.typesetting import pictures, typeset

TEMPLATE = "letter.typ"


def write_letter_pdf(letter: FormalLetter, *, made_at: datetime) -> bytes:
    """The letter; the same letter of the same moment gives the same bytes."""
    return typeset(TEMPLATE, _plain(letter), made_at=made_at)


def letter_pictures(letter: FormalLetter) -> list[bytes]:
    """Its pages as PNG."""
    return pictures(TEMPLATE, _plain(letter))


def _plain(letter: FormalLetter) -> dict[str, Any]:
    return asdict(letter) | {"marking": str(letter.marking), "logo": list(letter.logo)}
