"""What the check says about a letter."""

from dataclasses import dataclass
from enum import StrEnum

type Span = tuple[int, int]


class Severity(StrEnum):
    """How much it matters: `stop` must not leave like this, `warning` is most likely wrong, `notice` is worth a look."""

    STOP = "stop"
    WARNING = "warning"
    NOTICE = "notice"


class Place(StrEnum):
    """Which part of the letter is meant."""

    TEXT = "text"
    SUBJECT = "subject"
    RECEIVERS = "receivers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What one rule found.

    `span` are offsets into the text, and None where nothing in the text can be pointed at; `words` are the words meant, or
    the address of a receiver. `suggestion` replaces the span; empty where only a person can say.
    """

    message: str
    words: str
    place: Place = Place.TEXT
    span: Span | None = None
    suggestion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A remark, with the rule that made it and how much the desk thinks that it matters."""

    rule: str
    severity: Severity
    message: str
    words: str
    place: Place
    span: Span | None
    suggestion: str
