"""One question to every source; once more, with its typing errors corrected, to those that know no answer; and when
nobody knows any, though a word is strange, to those that can tell what only resembles it.
"""

from dataclasses import dataclass
from typing import Any

from jembatan.platform.search.sources import ForgivingSource, Hit, NarrowedSource, SearchSource, sources
from jembatan.platform.search.vocabulary import spelling_of

LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Group:
    """What one source found. `capped` says that there are more; `meant` is the corrected question, where it answered."""

    source: SearchSource
    hits: list[Hit]
    capped: bool
    meant: str = ""


def find_everywhere(actor: Any, text: str, *, limit: int, kind: str = "", choice: str = "") -> list[Group]:
    """Groups with hits, in the order of the sources; `kind` asks one source alone, `choice` narrows those that can be."""
    question = text.strip()[:LONGEST_QUESTION]
    if not question:
        return []
    asked = [source for source in sources() if kind in {"", source.kind}]
    groups = [_ask(source, actor, question, limit, choice) for source in asked]
    if all(group.hits for group in groups):
        return groups
    spelling = spelling_of(question)
    if meant := spelling.meant:
        groups = [
            group if group.hits else _ask(group.source, actor, meant, limit, choice, meant)
            for group in groups
        ]
    if spelling.strange and not choice and not any(group.hits for group in groups):
        groups = [
            _group(source, source.find_alike(actor, question, limit=limit + 1), limit)
            for source in asked
            if isinstance(source, ForgivingSource)
        ]
    return [group for group in groups if group.hits]


def _ask(source: SearchSource, actor: Any, question: str, limit: int, choice: str, meant: str = "") -> Group:
    if choice and isinstance(source, NarrowedSource):
        hits = source.find_narrowed(actor, question, choice, limit=limit + 1)
    else:
        hits = source.find(actor, question, limit=limit + 1)
    return _group(source, hits, limit, meant=meant)


def _group(source: SearchSource, hits: list[Hit], limit: int, *, meant: str = "") -> Group:
    return Group(source, hits[:limit], len(hits) > limit, meant)
