"""Rows of a table that are probably one, whatever its columns are."""

from jembatan.directory.formats.contact_values import normalise
from jembatan.directory.formats.tables.layout import Layout
from jembatan.directory.formats.tables.row_contact import contact_of_row
from jembatan.directory.formats.tables.table import Table
from jembatan.directory.queries.likeness.records import Pair, Record, duplicate_pairs

COMPARED = ("email", "mobile", "phone")
FIELDS_OF_NAMES = {"full_name", "given_name", "middle_name", "family_name", "titles_before", "degrees_after"}


def duplicate_rows(table: Table, layout: Layout, *, key: str, region: str = "ID") -> list[Pair]:
    """Pairs of rows by the value of their `key` column; columns that are no contact's are compared as they are.

    Raises `KeyError` when there is no such column.
    """
    headings = [column.heading for column in layout.columns]
    if key not in headings:
        raise KeyError(key)
    key_at = headings.index(key)
    records = []
    for row in layout.rows(table):
        cells = [*row.cells, *[""] * (len(headings) - len(row.cells))]
        contact = contact_of_row(row, layout.columns)
        has_name = any(
            column.field in FIELDS_OF_NAMES and cell.strip()
            for column, cell in zip(layout.columns, cells, strict=False)
        )
        points = (normalise(p.kind, p.value, region=region) for p in contact.points if p.kind in COMPARED)
        others = {
            column.heading: cell
            for at, (column, cell) in enumerate(zip(layout.columns, cells, strict=False))
            if at != key_at and not _is_compared_elsewhere(column.field)
        }
        name = contact.full_name if has_name else ""
        records.append(
            Record(cells[key_at].strip(), name, contact.organisation, frozenset(filter(None, points)), others)
        )
    return duplicate_pairs(records)


def _is_compared_elsewhere(field: str) -> bool:
    return field in FIELDS_OF_NAMES | {"organisation", *COMPARED}
