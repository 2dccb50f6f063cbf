"""What people have written into a paper, as it is printed."""

from dataclasses import dataclass
from datetime import datetime

from jembatan.papers.models import Paper


@dataclass(frozen=True, slots=True)
class Words:
    """A part as somebody has written it; `author` is "" where nobody is known any more, `address` is where it is written."""

    text: str
    author: str
    saved_at: datetime
    address: str = ""


def words_of(paper: Paper, *, address: str = "") -> dict[str, Words]:
    """The parts that say something, by name."""
    return {
        part.name: Words(part.text, part.saved_by.full_name if part.saved_by else "", part.saved_at, address)
        for part in paper.parts.select_related("saved_by").exclude(text="")
        if part.text.strip()
    }
