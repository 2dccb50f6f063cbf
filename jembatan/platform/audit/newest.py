"""Which changes are the newest among all histories: their keys by one query, then the rows of those that have any.

Every history is a table of its own, and most have nothing to say on a page: to write out the columns of each costs more than
the reading.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Model, OuterRef, Subquery

from jembatan.platform.audit.tracked import BEFORE, EventModel, event_models


@dataclass(frozen=True, slots=True)
class Filters:
    """`kind` is a model's label (`dossiers.dossier`); `record_id` counts within it."""

    kind: str = ""
    record_id: int | None = None
    user_id: int | None = None


def newest_events(desk: Model, filters: Filters, *, below: Mapping[str, int], limit: int) -> list[Any]:
    """The newest of the desk, the latest first; of the history of each label only those numbered under `below`."""
    labels = [label for label in event_models() if filters.kind in {"", label}]
    keys = _keys(desk, filters, {label: below.get(label) for label in labels}, limit)
    rows = {
        (label, event.pgh_id): event
        for label in labels
        for event in _whole(event_models()[label], [key for at, key in keys if at == label])
    }
    return [rows[key] for key in keys]


def _keys(
    desk: Model, filters: Filters, below: Mapping[str, int | None], limit: int
) -> list[tuple[str, int]]:
    where, given = _conditions(desk, filters)
    statements: list[str] = []
    values: list[Any] = []
    for label, number in below.items():
        table = connection.ops.quote_name(event_models()[label]._meta.db_table)
        under = "" if number is None else "AND pgh_id < %s"
        statements.append(
            f"(SELECT '{label}' AS history, pgh_id, pgh_created_at FROM {table}"
            f" WHERE {where} {under} ORDER BY pgh_id DESC LIMIT %s)"
        )
        values += [*given, *([] if number is None else [number]), limit]
    if not statements:
        return []
    every = " UNION ALL ".join(statements)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT history, pgh_id FROM ({every}) newest ORDER BY pgh_created_at DESC, pgh_id DESC LIMIT %s",
            [*values, limit],
        )
        return [(history, number) for history, number in cursor.fetchall()]


def _conditions(desk: Model, filters: Filters) -> tuple[str, list[Any]]:
    """What holds in each history alike, with its values."""
    where, values = ["desk_id = %s", "pgh_label <> %s"], [desk.pk, BEFORE]
    if filters.record_id is not None:
        where.append("pgh_obj_id = %s")
        values.append(filters.record_id)
    if filters.user_id is not None:
        where.append(
            "pgh_context_id IN (SELECT id FROM pghistory_context WHERE metadata -> 'user' = to_jsonb(%s::bigint))"
        )
        values.append(filters.user_id)
    return " AND ".join(where), values


def _whole(model: EventModel, keys: list[int]) -> list[Any]:
    """The rows with the number of the one before each and what was going on; nothing is asked for nothing."""
    if not keys:
        return []
    before = model.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    events = model.objects.annotate(before_id=Subquery(before.order_by("-pgh_id").values("pgh_id")[:1]))
    return list(events.select_related("pgh_context").filter(pgh_id__in=keys))
