"""One question to every source, and once more with its typing errors corrected to those that know no answer."""

from dataclasses import dataclass
from typing import Any

from jembatan.platform.search.sources import Hit, SearchSource, sources
from jembatan.platform.search.vocabulary import corrected

LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Group:
    """What one source found. `capped` says that there are more; `meant` is the corrected question, where it answered."""

    source: SearchSource
    hits: list[Hit]
    capped: bool
    meant: str = ""


def find_everywhere(actor: Any, text: str, *, limit: int, kind: str = "") -> list[Group]:
    """Groups with hits, in the order of the sources; `kind` asks one source alone."""
    question = text.replace("\x00", " ").strip()[:LONGEST_QUESTION]
    if not question:
        return []
    asked = [source for source in sources() if kind in {"", source.kind}]
    groups = [_ask(source, actor, question, limit) for source in asked]
    if all(group.hits for group in groups) or not (meant := corrected(question)):
        return [group for group in groups if group.hits]
    again = [
        group if group.hits else _ask(group.source, actor, meant, limit, meant=meant) for group in groups
    ]
    return [group for group in again if group.hits]


def _ask(source: SearchSource, actor: Any, question: str, limit: int, *, meant: str = "") -> Group:
    hits = source.find(actor, question, limit=limit + 1)
    return Group(source, hits[:limit], len(hits) > limit, meant)
