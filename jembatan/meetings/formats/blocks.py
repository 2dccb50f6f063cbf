"""The skeleton of an iCalendar file: unfolded content lines with their numbers, nested by BEGIN and END (RFC 5545 3.1, 3.6)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jembatan.meetings.formats.defect import Defect, Fault

LINE_BREAK = re.compile(r"\r*\n")
DEEPEST = 20
# None of these stands inside another of them (RFC 5545 3.6): one that begins ends the one before.
WHOLE = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One unfolded line and the number of its first physical line."""

    number: int
    text: str


@dataclass(slots=True)
class Block:
    """A component as it is written: its name in upper case, its own lines, and the components inside it."""

    name: str
    line: int
    lines: list[ContentLine] = field(default_factory=list)
    children: list["Block"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The component as unfolded iCalendar text."""
        inner = [line.text for line in self.lines] + [child.text for child in self.children]
        return "\r\n".join([f"BEGIN:{self.name}", *inner, f"END:{self.name}"])


def read_blocks(text: str) -> tuple[list[Block], list[Defect]]:
    """The outermost components. A component that never ends, ends twice or ends out of order is closed where it must be."""
    defects: list[Defect] = []
    root = Block("", 0)
    stack = [root]
    for line in unfold(text):
        name, _colon, value = line.text.partition(":")
        keyword, value = name.strip().upper(), value.strip().upper()
        if keyword == "BEGIN" and value:
            if len(stack) > DEEPEST:
                defects.append(Defect(line.number, Fault.TOO_DEEP, value))
                break
            if value in WHOLE:
                _end_unended(stack, defects)
            stack.append(Block(value, line.number))
            stack[-2].children.append(stack[-1])
        elif keyword == "END":
            _close(stack, value, line, defects)
        elif line.text.strip():
            stack[-1].lines.append(line)
    defects.extend(Defect(block.line, Fault.NO_END, block.name) for block in stack[1:])
    defects.extend(Defect(line.number, Fault.OUTSIDE) for line in root.lines)
    return root.children, defects


def unfold(text: str) -> Iterator[ContentLine]:
    """Content lines: a line that begins with a space or a tab continues the one before, also across empty lines."""
    parts: list[str] = []
    number = 1
    breaks = LINE_BREAK if "\n" in text else re.compile("\r")
    for index, line in enumerate(breaks.split(text), start=1):
        if line[:1] in {" ", "\t"} and parts:
            parts.append(line[1:])
            continue
        if not line:
            continue
        if parts:
            yield ContentLine(number, "".join(parts))
        parts, number = [line], index
    if parts:
        yield ContentLine(number, "".join(parts))


def _end_unended(stack: list[Block], defects: list[Defect]) -> None:
    depth = next((index for index, block in enumerate(stack) if block.name in WHOLE), len(stack))
    while len(stack) > depth:
        block = stack.pop()
        defects.append(Defect(block.line, Fault.NO_END, block.name))


def _close(stack: list[Block], name: str, line: ContentLine, defects: list[Defect]) -> None:
    names = [block.name for block in stack[1:]]
    if name not in names:
        defects.append(Defect(line.number, Fault.CLOSES_NOTHING, name))
        return
    while stack[-1].name != name:
        defects.append(Defect(stack[-1].line, Fault.NO_END, stack[-1].name))
        stack.pop()
    stack.pop()
