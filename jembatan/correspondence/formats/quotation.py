"""What the author wrote, what the author quoted, and the signature: English and Indonesian mail, top-posted or interleaved.

`split` goes line by line. A *boundary* (an attribution line such as "Pada … menulis:", an "Original Message" rule, a header
block "Dari: … Terkirim: …") opens the quotation of everything below it. Lines with ">" are quoted wherever they stand. What
stands under quoted lines again is reply: the author answered between them.
"""

from dataclasses import dataclass

from jembatan.correspondence.formats.attributions import attributions, boundary_at, quote_follows
from jembatan.correspondence.formats.signatures import signature_start

LONGEST = 200_000


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
    return marks


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n \t\u200b").rstrip()
