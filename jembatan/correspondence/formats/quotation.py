"""What the author wrote, what the author quoted, and the signature: English and Indonesian mail, top-posted or interleaved.

`split` goes line by line. A *boundary* (an attribution line such as "Pada … menulis:", an "Original Message" rule, a header
block "Dari: … Terkirim: …") opens the quotation of everything below it. Lines with ">" are quoted wherever they stand. What
stands under quoted lines again is reply: the author answered between them. But a line that a program broke off a quoted one is quoted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jembatan.correspondence.formats.attributions import attributions, boundary_at, quote_follows
from jembatan.correspondence.formats.signatures import signature_start

LONGEST = 200_000
LONGEST_GAP = 3
WIDTH = 70
ENDS = ".?!:>"
ELISION = re.compile(
    r"^\s*[\[(<]?\s*(?:\.{3}|…|snip(?:ped)?|cut|trimmed|dipotong)\s*[\])>]?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The three parts of a message's text; each may be empty, and none has blank lines at its ends."""

    reply: str
    quoted: str
    signature: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A text by lines: `end` is the line from which all is quoted, `marks` say which lines before it are."""

    lines: list[str]
    end: int
    marks: list[bool]

    def parts(self) -> Parts:
        """The three parts."""
        own = [line for line, is_quoted in zip(self.lines, self.marks, strict=False) if not is_quoted]
        quoted = [line for line, is_quoted in zip(self.lines, self.marks, strict=False) if is_quoted]
        below = self.lines[self.end :]
        own_end = signature_start(own)
        return Parts(
            reply=_joined(own[:own_end]),
            quoted=_joined([*quoted, *([""] if quoted and below else []), *below]),
            signature=_joined(own[own_end:]),
        )

    def own_length(self) -> int:
        """How many characters come before the quotation that ends the text; the author's last own line ends them."""
        last = 0
        for number, is_quoted in enumerate(self.marks, start=1):
            if not is_quoted and self.lines[number - 1].strip():
                last = number
        return len("\n".join(self.lines[:last]))


def split(text: str) -> Parts:
    """Tell the parts apart. A text that holds nothing but a quotation has an empty reply."""
    return lay_out(text).parts()


def lay_out(text: str) -> Layout:
    """Find what is quoted; of a very long text the first 200,000 characters are looked at."""
    lines = text[:LONGEST].replace("\r\n", "\n").split("\n")
    introduced = attributions(lines)
    end = next((n for n in range(len(lines)) if boundary_at(lines, n, introduced)), len(lines))
    return Layout(lines, end, _marks(lines[:end], introduced))


def _marks(lines: list[str], introduced: dict[int, int]) -> list[bool]:
    """For each line whether it is quoted: it begins with ">", or is the attribution that introduces such lines."""
    marks = [line.lstrip().startswith(">") for line in lines]
    for number, length in introduced.items():
        if number < len(lines) and quote_follows(lines, number + length):
            marks[number : number + length] = [True] * len(marks[number : number + length])
    for start, end in _gaps(lines, marks):
        if _was_broken_off(lines, start, end) or (end == start + 1 and ELISION.match(lines[start])):
            marks[start:end] = [True] * (end - start)
    return marks


def _gaps(lines: list[str], marks: list[bool]) -> Iterator[tuple[int, int]]:
    """Up to three lines that stand directly between quoted ones, without a blank line on either side."""
    for start in range(1, len(marks)):
        if marks[start] or not marks[start - 1]:
            continue
        end = next((n for n in range(start, len(marks)) if marks[n] or not lines[n].strip()), len(marks))
        if end < len(marks) and marks[end] and 0 < end - start <= LONGEST_GAP:
            yield start, end


def _was_broken_off(lines: list[str], start: int, end: int) -> bool:
    """Mail programs break long quoted lines without marking the rest: the next word did not fit, and no sentence had ended."""
    before, words = lines[start - 1].rstrip(), lines[start].split()
    return (
        len(before) + 1 + len(words[0]) > WIDTH
        and before[-1] not in ENDS
        and all(len(line) < len(before) for line in lines[start:end])
    )


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n \t\u200b").rstrip()
