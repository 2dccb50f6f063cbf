"""Rows of a table that are probably one, whatever its columns are."""

import re
from collections.abc import Callable, Sequence

from jembatan.directory.formats.contact_values import normalise
from jembatan.directory.formats.names import fold
from jembatan.directory.formats.tables.headings import EMAIL
from jembatan.directory.formats.tables.layout import Layout
from jembatan.directory.formats.tables.table import Table
from jembatan.directory.queries.likeness.columns import Column, Kind, Value
from jembatan.directory.queries.likeness.organisations import looks_like_organisation, organisation_key
from jembatan.directory.queries.likeness.people import bare_name
from jembatan.directory.queries.likeness.records import Pair, duplicate_pairs

PARTS = ("given_name", "family_name")
BESIDES = {"titles_before", "degrees_after", "middle_name", "form_of_address"}
KINDS = {"email": Kind.EMAIL, "mobile": Kind.NUMBER, "phone": Kind.NUMBER, "birthday": Kind.DATE}
MOSTLY = 0.8
YEAR_FIRST = re.compile(r"(1[89]|20)\d\d\D?\d\d?\D?\d\d?")
YEAR_LAST = re.compile(r"\d\d?\D\d\d?\D(?:1[89]|20)\d\d")
SAMPLE = 1000


def duplicate_rows(table: Table, layout: Layout, *, key: str, region: str = "ID") -> list[Pair]:
    """Pairs of rows by the value of their `key` column; columns that are no contact's are compared as they are.

    Raises `KeyError` when there is no such column.
    """
    headings = [column.heading for column in layout.columns]
    if key not in headings:
        raise KeyError(key)
    rows = [[*row.cells, *[""] * (len(headings) - len(row.cells))] for row in layout.rows(table)]
    rows = [row for row in rows if row[headings.index(key)].strip()]
    cells = {at: [row[at].strip() for row in rows] for at in range(len(headings)) if headings[at] != key}
    fields = {at: layout.columns[at].field for at in cells}
    columns = _columns_of_names(fields, cells)
    for at, values in cells.items():
        if fields[at] not in {"full_name", *PARTS, *BESIDES}:
            columns += _column(fields[at], values, region=region)
    return duplicate_pairs([row[headings.index(key)].strip() for row in rows], columns)


def _columns_of_names(fields: dict[int, str], cells: dict[int, list[str]]) -> list[Column]:
    full = next((cells[at] for at, field in fields.items() if field == "full_name"), None)
    if full is not None:
        if _mostly(looks_like_organisation, full):
            return [Column(Kind.ORGANISATION, [_organisation(cell) for cell in full])]
        return [Column(Kind.NAME, [bare_name(cell) if cell else () for cell in full])]
    parts = [cells[at] for part in PARTS for at, field in fields.items() if field == part]
    if len(parts) > 1:
        return [Column(Kind.PARTS, [_parts(row) for row in zip(*parts, strict=True)])]
    return [Column(Kind.NAME, [bare_name(cell) if cell else () for cell in part]) for part in parts]


def _parts(cells: Sequence[str]) -> Value:
    """Each part run together: a slip of the pen may part it."""
    parts = tuple(fold(cell).replace(" ", "") for cell in cells)
    return parts if any(parts) else ()


def _column(field: str, values: list[str], *, region: str) -> list[Column]:
    if field == "organisation":
        return [Column(Kind.ORGANISATION, [_organisation(cell) for cell in values])]
    kind = KINDS.get(field) or _kind_of(values)
    match kind:
        case Kind.EMAIL:
            return [Column(kind, [(value.lower(),) if value else () for value in values])]
        case Kind.NUMBER:
            numbers = (normalise("phone", value, region=region) or value for value in values)
            return [Column(kind, [(number,) if number else () for number in numbers])]
        case Kind.DATE:
            return [
                Column(kind, [(_year_first(value),) if value else () for value in values], is_shared=False)
            ]
        case _:
            folded = [fold(value) for value in values]
            filled = [value for value in folded if value]
            if not filled or (kind == Kind.CODE and len(set(filled)) == len(filled) > SAMPLE / 10):
                # A number of the row tells nothing.
                return []
            is_shared = kind != Kind.CODE or len(set(filled)) < len(filled) / 4 or max(map(len, filled)) < 6
            return [Column(kind, [(value,) if value else () for value in folded], is_shared=is_shared)]


def _kind_of(values: list[str]) -> Kind:
    if _mostly(lambda value: bool(EMAIL.fullmatch(value)), values):
        return Kind.EMAIL
    if _mostly(lambda value: bool(YEAR_FIRST.fullmatch(value) or YEAR_LAST.fullmatch(value)), values):
        return Kind.DATE
    return (
        Kind.CODE
        if _mostly(lambda value: sum(map(str.isdigit, value)) * 2 > len(value), values)
        else Kind.TEXT
    )


def _mostly(is_so: Callable[[str], bool], values: list[str]) -> bool:
    sample = [value for value in values if value][:SAMPLE]
    return bool(sample) and sum(map(is_so, sample)) >= MOSTLY * len(sample)


def _year_first(value: str) -> str:
    digits = re.sub(r"\D", "", value)
    return (
        digits[4:] + digits[2:4] + digits[:2] if YEAR_LAST.fullmatch(value) and len(digits) == 8 else digits
    )


def _organisation(cell: str) -> Value:
    return (organisation_key(cell), cell) if cell else ()
