"""Triggers by which the database itself remembers that a record's text may have changed, whoever changed it and how."""

from collections.abc import Sequence
from typing import Any

import pgtrigger

INSERT = """
    INSERT INTO dav_stale (desk_id, book, key)
    SELECT DISTINCT touched.desk_id, '{book}', touched.key FROM ({query}) AS touched (desk_id, key);
    RETURN NULL;
"""
BOTH = "(SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows)"


def stale_triggers(book: str, query: str, *, only: Sequence[str] = ()) -> list[pgtrigger.Trigger]:
    """For a model's `Meta.triggers`; one a statement, for any number of rows.

    `query` selects desk and key (as text) of the records to look at again FROM {rows}, the rows that were inserted, changed or
    deleted, as `one`. `only` names the columns whose change matters; none: every update does.
    """
    changed = BOTH if not only else _changed(only)
    return [
        _trigger(book, "insert", pgtrigger.Insert, _rows(new="new_rows"), query, "new_rows"),
        _trigger(book, "delete", pgtrigger.Delete, _rows(old="old_rows"), query, "old_rows"),
        _trigger(
            book,
            "update",
            pgtrigger.Update,
            _rows(old="old_rows", new="new_rows"),
            query,
            changed,
        ),
    ]


def _rows(*, old: str | None = None, new: str | None = None) -> Any:
    return pgtrigger.Referencing(old=old, new=new)  # type: ignore[no-untyped-call]  # it says nothing of its types


def _trigger(
    book: str,
    name: str,
    operation: pgtrigger.Operation,
    referencing: Any,
    query: str,
    rows: str,
) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=f"dav_{book}_{name}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=referencing,
        func=INSERT.format(book=book, query=query.format(rows=f"{rows} AS one")),
    )


def _changed(columns: Sequence[str]) -> str:
    """Both versions of the rows in which one of the columns differs."""
    old, new = (", ".join(f"{side}.{column}" for column in columns) for side in ("old_rows", "new_rows"))
    pairs = f"old_rows JOIN new_rows USING (id) WHERE ({old}) IS DISTINCT FROM ({new})"
    return f"(SELECT old_rows.* FROM {pairs} UNION ALL SELECT new_rows.* FROM {pairs})"
