"""Rows of one statement, gathered by partner."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db import connection
from django.db.models import Max

from jembatan.journal.models import Entry

type ByPartner[Fact] = dict[int, list[Fact]]


def rows_of(sql: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The text is ours, never a caller's."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def by_partner[Fact](
    rows: Iterable[tuple[Any, ...]], made: Callable[..., Fact | None], only: Collection[int] | None
) -> ByPartner[Fact]:
    """The first column is the partner; `made` turns the others into a fact, or into None where there is no evidence for it."""
    found: ByPartner[Fact] = defaultdict(list)
    for partner, *others in rows:
        if partner is not None and (only is None or partner in only):
            fact = made(*others)
            if fact is not None:
                found[partner].append(fact)
    return found


def entries_from(source_kind: str, ids: Collection[int], *kinds: str) -> dict[int, int]:
    """The latest entry of each record, of these kinds or of any; a record without one has left no evidence."""
    entries = Entry.objects.filter(source_kind=source_kind, source_id__in=list(ids))
    if kinds:
        entries = entries.filter(kind__in=kinds)
    return dict(entries.order_by().values_list("source_id").annotate(latest=Max("pk")))
