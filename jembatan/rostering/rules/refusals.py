"""What a rule says when it refuses: which one, the numbers in question, and what would cure it. Codes only: rooms above word them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jembatan.rostering.instance import Id

type Number = int | str | tuple[int | str, ...]


class Rule(StrEnum):
    """Every rule that can refuse, by the code that is kept; the order is that in which refusals are told."""

    TWICE = "twice"
    FULL = "full"
    FORBIDDEN = "forbidden"
    CONFLICT = "conflict"
    LANGUAGE = "language"
    GRADE = "grade"
    AGE = "age"
    NIGHT = "night"
    LEVEL = "level"
    APART = "apart"
    TOGETHER = "together"
    DAY = "day"
    WINDOW = "window"
    UNAVAILABLE = "unavailable"
    OVERLAP = "overlap"
    TRAVEL = "travel"
    SPREAD = "spread"
    WORK = "work"
    REST = "rest"
    DAYS_IN_7 = "days_in_7"
    WEEK_WORK = "week_work"
    MAX_MINUTES = "max_minutes"


class Remedy(StrEnum):
    """What somebody could do about it."""

    ANOTHER_OFFICER = "another_officer"
    RELEASE = "release"  # Take the duties `duties` from the officer.
    LATER = "later"  # Start the duty `minutes` later.
    EARLIER = "earlier"  # End the duty `minutes` earlier.
    SHORTER = "shorter"  # Take `minutes` off the duty.
    LEAD_FIRST = "lead_first"  # Put somebody of `level` on the duty first.
    RECORD = "record"  # The officer's data are not there: `what`.
    CHANGE_DATA = "change_data"  # The officer's `what` says so; ask, then change it.
    MORE_PLACES = "more_places"


@dataclass(frozen=True, slots=True)
class Cure:
    """A remedy with what it needs."""

    remedy: Remedy
    duties: tuple[Id, ...] = ()
    minutes: int = 0
    level: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an officer may not take a duty. `numbers` are by name; each rule's are listed in the room's README."""

    rule: Rule
    duty: Id
    officer: Id
    numbers: Mapping[str, Number] = field(default_factory=dict)
    cures: tuple[Cure, ...] = ()
