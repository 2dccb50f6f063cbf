"""What of a kept document has gone behind a restricted dossier since: readers of the paper do not get it from there either."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.functional import Promise

from jembatan.accounts.actor import Actor
from jembatan.commitments.queries.visible import visible_commitments
from jembatan.correspondence.queries.lines.visible import visible_lines
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.correspondence.queries.visible import visible_messages, visible_threads
from jembatan.journal.queries.timeline import visible_entries
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.documents.model import Document, Line, Source


def _threads(actor: Actor) -> QuerySet[Any]:
    """Also those that were merged into another: that is no secret."""
    return visible_threads(actor, emptied_too=True)


type Record = tuple[str, int]
type Visible = Callable[[Actor], QuerySet[Any]]
VISIBLE: dict[str, Visible] = {
    "commitments:promise": visible_commitments,
    "correspondence:message": visible_messages,
    "correspondence:thread": _threads,
    "correspondence:line": visible_lines,
    "correspondence:statement": visible_statements,
    "journal:entry": visible_entries,
    "meetings:meeting": visible_meetings,
}


def register_evidence(page: str, seen: Visible) -> None:
    """Lines of papers may name this page (`room:name`) as their source; `seen` are the records that an actor sees there."""
    VISIBLE[page] = seen


def without_withheld(document: Document, reader: Actor, *, instead: Promise) -> Document:
    """The same; a line whose evidence the reader cannot see says so `instead`. A query for each kind of source that few may see."""
    named = {source: record for source in document.sources() if (record := _record(source))}
    hidden = _hidden(set(named.values()), reader)
    if not hidden:
        return document
    with translation.override(document.language):
        told = str(instead)

    def shown(line: Line) -> Line:
        is_hidden = any(named.get(source) in hidden for source in line.sources)
        return Line(told, label=line.label, marking=line.marking) if is_hidden else line

    sections = tuple(
        replace(section, lines=tuple(shown(line) for line in section.lines)) for section in document.sections
    )
    return replace(document, sections=sections)


def _record(source: Source) -> Record | None:
    """The page that a source leads to, as the kind of a record and its number; None for what no dossier can hide."""
    try:
        found = resolve(urlsplit(source.url).path)
    except Resolver404:
        return None
    numbers = [*found.kwargs.values()]
    return (found.view_name, numbers[0]) if found.view_name in VISIBLE and numbers else None


def _hidden(records: set[Record], reader: Actor) -> set[Record]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for kind, number in records:
        wanted[kind].add(number)
    seen = {
        (kind, number)
        for kind, numbers in wanted.items()
        for number in VISIBLE[kind](reader).filter(pk__in=numbers).values_list("pk", flat=True)
    }
    return records - seen
