"""Forms with numbered blocks, as incident command and others prescribe them: what is printed, before it is set."""

from dataclasses import dataclass
from datetime import datetime

from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headings; `widths` are shares of the page."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block with its number as the form has it: labelled values, a text, or a table."""

    number: str
    title: str
    values: tuple[tuple[str, str], ...] = ()
    text: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """`rows` are the blocks that stand beside each other. `name` is the form's own: "ICS 214"; `made` stands at the foot of each page."""

    name: str
    title: str
    language: str
    rows: tuple[tuple[Block, ...], ...]
    marking: Marking
    made: str
    made_at: datetime
