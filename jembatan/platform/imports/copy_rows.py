"""Writing many new rows by COPY, several times as fast as INSERT; triggers see them as one statement."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models


def copy_rows(rows: Sequence[models.Model]) -> None:
    """Insert unsaved records of one model and give them their ids. Unlike `bulk_create` it can resolve no conflict."""
    if not rows:
        return
    model = type(rows[0])
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    table = connection.ops.quote_name(model._meta.db_table)
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    with connection.cursor() as cursor:
        _give_ids(cursor, rows)
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row([_value(field, row) for field in fields])
    for row in rows:
        row._state.adding = False
        row._state.db = connection.alias


def _give_ids(cursor: Any, rows: Sequence[models.Model]) -> None:
    key = rows[0]._meta.pk
    cursor.execute(
        "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
        [rows[0]._meta.db_table, key.column, len(rows)],
    )
    for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
        row.pk = number


def _value(field: Any, row: models.Model) -> Any:
    return field.get_db_prep_save(field.pre_save(row, add=True), connection)
