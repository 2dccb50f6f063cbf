"""The sections of a brief: each owner says what it knows about the subject; `config/wiring` puts them in order."""

from collections.abc import Callable, Sequence

from jembatan.briefings.queries.request import BriefRequest
from jembatan.platform.documents.model import Section

type BriefSection = Callable[[BriefRequest], Sequence[Section]]

_sections: dict[BriefSection, int] = {}
_for_them: set[BriefSection] = set()


def register_section(section: BriefSection, *, order: int, for_them: bool = False) -> None:
    """Include the section in every brief; low orders come first. `for_them`: also in one that the other side reads, for which it
    leaves out what only we may know (`request.for_them`).
    """
    _sections[section] = order
    if for_them:
        _for_them.add(section)


def brief_sections(*, for_them: bool = False) -> list[BriefSection]:
    """All sections in their order, or those of a brief for the other side."""
    wanted = _for_them if for_them else _sections
    return sorted(wanted, key=_sections.__getitem__)
