"""The histories are only added to (`PGHISTORY_APPEND_ONLY`): the database refuses to empty their tables, too, which asks no trigger of their rows.

The triggers that pghistory makes belong to each room's migrations; this one is the same for every history, and comes after them.
"""

import pghistory.models
from django.apps import apps
from django.db import connections

NAME = "history_never_emptied"
REFUSING = f"""
CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'Cannot truncate % table', TG_TABLE_NAME; END $$
"""
WITHOUT = """
SELECT relname FROM pg_class
WHERE relname = ANY(%s) AND relkind = 'r' AND pg_table_is_visible(oid)
AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = %s)
ORDER BY relname
"""


def history_tables() -> list[str]:
    """Of all histories, in a fixed order."""
    models = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
    return sorted(model._meta.db_table for model in models if model._meta.managed)


def refuse_to_be_emptied(*, using: str, **_said: object) -> None:
    """Listens to `post_migrate`: every history that has no such trigger yet gets one."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(REFUSING)
        cursor.execute(WITHOUT, [history_tables(), NAME])
        for (table,) in cursor.fetchall():
            place = connection.ops.quote_name(table)
            cursor.execute(
                f"CREATE TRIGGER {NAME} BEFORE TRUNCATE ON {place} FOR EACH STATEMENT EXECUTE FUNCTION {NAME}()"
            )
