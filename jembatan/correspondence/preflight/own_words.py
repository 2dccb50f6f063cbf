"""The author's own words, with everything else blanked out, so that offsets stay those of the whole text."""

from typing import NamedTuple

from jembatan.correspondence.formats.quotation import lay_out
from jembatan.correspondence.formats.signatures import signature_start


class Words(NamedTuple):
    """Two texts of the same length as the letter's: what the author wrote, and what is quoted; the signature is in neither."""

    own: str
    quoted: str


def tell_apart(text: str) -> Words:
    """Blank out line by line what is not the author's own, and what is not quoted."""
    layout = lay_out(text)
    lines = text.split("\n")
    own = [number for number, is_quoted in enumerate(layout.marks) if not is_quoted]
    signed_from = signature_start([layout.lines[number] for number in own])
    ours = set(own[:signed_from])
    quoted = {number for number, is_quoted in enumerate(layout.marks) if is_quoted}
    quoted.update(range(layout.end, len(lines)))
    return Words(_only(lines, ours), _only(lines, quoted))


def _only(lines: list[str], kept: set[int]) -> str:
    return "\n".join(line if number in kept else " " * len(line) for number, line in enumerate(lines))
