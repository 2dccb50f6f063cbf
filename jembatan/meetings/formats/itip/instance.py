"""One VEVENT of a meeting, line by line as it was written, with what its lines mean."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from icalendar import Component

from jembatan.meetings.formats.blocks import Block
from jembatan.meetings.formats.itip.line import Line, line
from jembatan.meetings.formats.recurrence import written

SERIES = ""


@dataclass(slots=True)
class Instance:
    """One VEVENT. `recurrence` is "" for a single event or a series, else which occurrence this is, as `written` has it."""

    lines: list[Line]
    meaning: Component
    recurrence: str = SERIES
    rest: tuple[Block, ...] = ()

    def first(self, name: str) -> Line | None:
        """The first line of this name."""
        return next((each for each in self.lines if each.name == name), None)

    def all(self, name: str) -> list[Line]:
        """Every line of this name."""
        return [each for each in self.lines if each.name == name]

    def text(self, name: str) -> str:
        """The value of the first line of this name, as it is written."""
        found = self.first(name)
        return found.value.strip() if found else ""

    @property
    def sequence(self) -> int:
        """How often its organiser has moved it."""
        digits = self.text("SEQUENCE")
        return min(int(digits), 2**31 - 1) if digits.isascii() and digits.isdigit() else 0

    @property
    def stamp(self) -> datetime | None:
        """When this version was written (DTSTAMP)."""
        moment = self.moment("DTSTAMP")
        return moment if isinstance(moment, datetime) and moment.tzinfo else None

    def moment(self, name: str) -> date | None:
        """What a line like DTSTART means: a day, a wall clock's time, or a moment in a zone."""
        value: Any = self.meaning.get(name)
        found = getattr(value[0] if isinstance(value, list) and value else value, "dt", None)
        return found if isinstance(found, date) and in_calendars(found) else None

    def moments(self, name: str) -> dict[str, Line]:
        """Of RDATE or EXDATE: every moment as `written` has it, with a line of its own that says it as the file does."""
        value: Any = self.meaning.get(name, [])
        meant = [each.dt for dates in (value if isinstance(value, list) else [value]) for each in dates.dts]
        said = [(each, one) for each in self.all(name) for one in each.value.split(",") if one.strip()]
        pairs = zip(meant, said, strict=False) if len(meant) == len(said) else ()
        return {
            written(moment): line(name, one.strip(), dict(each.parameters))
            for moment, (each, one) in pairs
            if isinstance(moment, date) and in_calendars(moment)
        }

    def replace(self, old: Line, new: Line) -> None:
        """Put a line where another stands."""
        self.lines[self.lines.index(old)] = new

    def set(self, new: Line) -> None:
        """Take every line of this name away, and write this one at the end."""
        self.lines = [each for each in self.lines if each.name != new.name] + [new]

    def drop(self, *names: str) -> None:
        """Take lines of these names away."""
        self.lines = [each for each in self.lines if each.name not in names]

    def copy(self) -> "Instance":
        """One whose lines may be changed."""
        return Instance(list(self.lines), self.meaning, self.recurrence, self.rest)


def in_calendars(moment: date) -> bool:
    """In the first and the last year of all, some zones have left the calendar already."""
    return date.min.year < moment.year < date.max.year
