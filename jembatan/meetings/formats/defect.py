"""What a reader could not understand, said instead of raised: by kind, so that people may be told in their language."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Each kind of fault. What `about` and `detail` of a defect hold is said beside it; a library's words are English."""

    NO_END = "no-end"  # about: the component
    CLOSES_NOTHING = "closes-nothing"  # about: the component
    TOO_DEEP = "too-deep"  # about: the component
    OUTSIDE = "outside"
    LINE = "line"  # detail: the library's words
    PROPERTY = "property"  # about: its name; detail: the library's words
    COMPONENT = "component"  # detail: the library's words
    CALENDAR_ZONE = "calendar-zone"  # detail: the library's words
    NO_BEGINNING = "no-beginning"
    BEYOND_YEARS = "beyond-years"
    ENDS_BEFORE = "ends-before"
    UNKNOWN_ZONE = "unknown-zone"  # about: its name
    OWN_ZONE = "own-zone"
    RULE = "rule"
    DATE = "date"  # about: RDATE or EXDATE
    NO_OCCURRENCES = "no-occurrences"  # about: the UID; detail: the library's words
    NO_MEETING = "no-meeting"
    NO_PARTY_NO_PURPOSE = "no-party-no-purpose"
    NO_DATE = "no-date"
    NOT_A_DATE = "not-a-date"  # about: the cell
    YEAR_TAKEN = "year-taken"  # about: the cell; detail: the year


@dataclass(frozen=True, slots=True)
class Defect:
    """A line of the file (1-based; 0 for the file as a whole) and why it was left out or guessed."""

    line: int
    fault: Fault
    about: str = ""
    detail: str = ""


class Unreadable(ValueError):
    """One item cannot become a meeting, for the reason that `defect` gives."""

    def __init__(self, defect: Defect) -> None:
        super().__init__(f"{defect.line}: {defect.fault} {defect.about} {defect.detail}".strip())
        self.defect = defect
