"""Columns of the table of officers that rooms above file: each says what stands with the row's officer beside what this room keeps."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from jembatan.programmes.formats.sheets import OFFICERS
from jembatan.programmes.importer.labels import OFFICER_LABELS
from jembatan.programmes.models import Officer

HEADINGS = dict(OFFICERS)
LABELS: dict[str, Any] = dict(OFFICER_LABELS)


@dataclass(frozen=True, slots=True)
class OfficerColumn:
    """A list of short texts, such as days, beside an officer. `headings` are those of sheets, as `formats.sheets` has them; `model` is where they are kept.

    `read` understands a cell about the officer as they will be, who may not be stored yet, and raises `NotFiled`; `standing` says what there is, `write` makes it so.
    """

    field: str
    label: Any
    headings: str
    model: type[models.Model]
    read: Callable[[str, Officer], Iterable[str]]
    standing: Callable[[Officer], list[str]]
    write: Callable[[Officer, list[str]], None]


_columns: list[OfficerColumn] = []


def register_column(column: OfficerColumn) -> None:
    """It may be mapped, and is filed and taken back with the officer."""
    _columns.append(column)
    HEADINGS[column.field], LABELS[column.field] = column.headings, column.label


def officer_columns() -> list[OfficerColumn]:
    """All of them."""
    return list(_columns)


def wanted_of(column: OfficerColumn, officer: Officer, cell: str, brought: Iterable[str]) -> list[str] | None:
    """What is to stand there: what people have added stays, and what was `brought` before and is said no more goes; None where nothing changes."""
    said, standing = set(column.read(cell, officer)), set(column.standing(officer) if officer.pk else ())
    if said == set(brought):
        return None  # Brought before: what is other since is so by people's will.
    wanted = (standing - set(brought)) | said
    return sorted(wanted) if wanted != standing else None
