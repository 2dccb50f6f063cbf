"""A letter with something in every place, to try templates with."""

from jembatan.platform.documents.letter import FormalLetter
from jembatan.platform.markings import Marking


def sample_letter(*, logo: bytes = b"") -> FormalLetter:
    """It says nothing."""
    return FormalLetter(
        layout="official",
        language="id",
        title="—",
        marking=Marking.AMBER_STRICT,
        letterhead=("—", "—"),
        logo=logo,
        facts=(("—", "—"),),
        place_and_date="—",
        addressee=("—",),
        opening=("—",),
        paragraphs=("—", "—"),
        closing=("—",),
        signer_office="—",
        signer_name="—",
        signer_number="—",
        copies_label="—",
        copies=("—", "—"),
        footer=("—",),
        page="—",
    )
