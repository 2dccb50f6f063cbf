"""The sections of a brief: each owner says what it knows about the subject; `config/wiring` puts them in order."""

from collections.abc import Callable, Sequence

from jembatan.briefings.queries.request import BriefRequest
from jembatan.platform.documents.model import Section

type BriefSection = Callable[[BriefRequest], Sequence[Section]]

_sections: dict[BriefSection, int] = {}


def register_section(section: BriefSection, *, order: int) -> None:
    """Include the section in every brief; low orders come first."""
    _sections[section] = order


def brief_sections() -> list[BriefSection]:
    """All sections in their order."""
    return sorted(_sections, key=_sections.__getitem__)
