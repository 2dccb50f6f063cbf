"""A path that somebody names: our document, or the folder of a GENIUS domain."""

from pathlib import Path

from jembatan.negotiation.analysis.problem import NotAnalysable, Problem
from jembatan.negotiation.formats import document, genius

MOST_BYTES = 500_000_000


def read_path(path: Path, *, as_written: bool = False) -> Problem:
    """The problem that stands there; raises NotAnalysable with the reason."""
    if path.is_dir():
        return genius.read_folder(path, as_written=as_written)
    if path.suffix.lower() == ".xml":
        raise NotAnalysable(f"{path.name} is one part of a GENIUS domain. Name its folder instead.")
    if path.stat().st_size > MOST_BYTES:
        raise NotAnalysable(f"{path.name} is too large to be analysed.")
    return document.read(path.read_bytes())
