"""Writing many new rows by COPY, several times as fast as INSERT; triggers see them as one statement."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models


def copy_rows(rows: Sequence[models.Model]) -> None:
    """Insert unsaved records of one model and give them their ids. Unlike `bulk_create` it can resolve no conflict."""
    if not rows:
        return
    fields = [field for field in type(rows[0])._meta.concrete_fields if not field.generated]
    for row, number in zip(rows, _new_ids(type(rows[0]), len(rows)), strict=True):
        row.pk = number
    readers = [_reader(field) for field in fields]
    values = ([read(row) for read in readers] for row in rows)
    copy_values(type(rows[0]), [field.attname for field in fields], values)
    for row in rows:
        row._state.adding = False
        row._state.db = connection.alias


def copy_values(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert values as they are, without records around them; columns that are not named get the database's default."""
    columns = ", ".join(
        connection.ops.quote_name(str(field.column))
        for name in names
        for field in model._meta.concrete_fields
        if field.attname == name
    )
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _new_ids(model: type[models.Model], number: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, model._meta.pk.column, number],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _reader(field: Any) -> Callable[[models.Model], Any]:
    """The driver knows what to do with plain values; JSON and moments of writing are Django's to prepare."""
    if isinstance(field, models.JSONField):
        return lambda row: field.get_db_prep_save(getattr(row, field.attname), connection)
    if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False):
        return lambda row: field.pre_save(row, add=True)
    read: Callable[[models.Model], Any] = attrgetter(field.attname)
    return read
