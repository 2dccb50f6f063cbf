"""What rooms above add to the situation report of a programme: they come first, since somebody waits for them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from jembatan.platform.documents.model import Section
from jembatan.platform.markings import Marking
from jembatan.programmes.models import Programme

type Sections = Callable[[Programme, datetime, Marking], Iterable[Section]]

_registered: list[Sections] = []


def register_situation(sections: Sections) -> None:
    """Called with the programme, now, and the marking of its lines; the programme's clocks and the report's language are set."""
    _registered.append(sections)


def further_sections(programme: Programme, now: datetime, marking: Marking) -> Iterator[Section]:
    """In the order in which they were registered."""
    for sections in _registered:
        yield from sections(programme, now, marking)
