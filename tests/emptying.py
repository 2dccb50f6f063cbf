"""A database emptied after a test that commits: only tables in which something was written, row by row where it is little.

Django truncates all tables, which makes some 2,000 new files and takes a second or more, and makes all permissions anew.
"""

import pytest
from django.db import connection
from django.test import TransactionTestCase

KEPT = {"django_content_type", "auth_permission"}  # Django fills them again itself
QUEUES = {"procrastinate_jobs", "procrastinate_events", "procrastinate_periodic_defers"}
"""Of no model that Django looks after: a job that waits would be found by the tests that follow."""
WRITTEN = "SELECT relname, pg_relation_size(oid) FROM pg_class WHERE relname = ANY(%s) AND relkind = 'r' AND pg_relation_size(oid) > 0"
LARGE = 4_000_000
"""Bytes from which on a table, with all that points at it, is truncated after all: thousands of rows leave their indexes slowly."""
MAY_PASS_TRIGGERS = "SELECT has_parameter_privilege('session_replication_role', 'SET')"


def empty_what_was_written(patch: pytest.MonkeyPatch) -> None:
    """From here on; where the database's user may not pass over triggers, Django truncates as ever."""
    truncate = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]  # the stubs leave out what Django keeps to itself

    def teardown(case: TransactionTestCase) -> None:
        with connection.cursor() as cursor:
            cursor.execute(MAY_PASS_TRIGGERS)
            (may,) = cursor.fetchone()
        if may:
            empty()
        else:
            truncate(case)

    patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)


def empty() -> None:
    """Leave every table as a new database has it, whatever keys and triggers say; then give its pages back."""
    models = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables = {*models, *QUEUES} - KEPT
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN, [list(tables)])
        sizes = dict(cursor.fetchall())
        if large := sorted(name for name, size in sizes.items() if size > LARGE):
            cursor.execute(f"TRUNCATE {', '.join(map(quote, large))} CASCADE")
        written = sorted(sizes.keys() - set(large))
        if not written:
            return
        deletions = "; ".join(f"DELETE FROM {quote(name)}" for name in written)
        # statements sent at once are one transaction
        cursor.execute(f"SET LOCAL session_replication_role = replica; {deletions}")
        cursor.execute(f"VACUUM {', '.join(map(quote, written))}")
