"""Columns of the table of officers that rooms above file: each says what stands with the row's officer beside what this room keeps."""

from collections.abc import Callable, Collection, Iterable
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

    `read` understands a cell about the officer as they will be, who may not be stored yet, and raises `NotFiled`, but not for what it gets as brought before;
    `standing` says what there is, `write` makes it so. `gone` tells of `%(values)s` that were brought before and that people have taken away since.
    """

    field: str
    label: Any
    headings: str
    model: type[models.Model]
    read: Callable[[str, Officer, Collection[str]], Iterable[str]]
    standing: Callable[[Officer], list[str]]
    write: Callable[[Officer, list[str]], None]
    gone: str


_columns: list[OfficerColumn] = []


def register_column(column: OfficerColumn) -> None:
    """It may be mapped, and is filed and taken back with the officer."""
    _columns.append(column)
    HEADINGS[column.field], LABELS[column.field] = column.headings, column.label


def officer_columns() -> list[OfficerColumn]:
    """All of them."""
    return list(_columns)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to stand there, None where nothing changes; and what the cell says again although people have taken it away."""

    values: list[str] | None
    gone: list[str]


def wanted_of(
    column: OfficerColumn, officer: Officer, cell: str, *, brought: Collection[str], gone: Collection[str]
) -> Wanted:
    """What people have added stays, what they have taken away stays away, and what the last import `brought` and is said no more goes.

    `gone` are those that people had taken away before that import already.
    """
    before, known = set(brought), {*brought, *gone}
    said = set(column.read(cell, officer, known))
    standing = set(column.standing(officer) if officer.pk else ())
    wanted = (standing - (before - said)) | (said - known)
    return Wanted(sorted(wanted) if wanted != standing else None, sorted((said & known) - standing))
