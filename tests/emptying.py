"""A database emptied after a test that commits: only tables in which something was written, row by row where it is little.

Django truncates all tables, which makes some 2,000 new files and takes a second or more, and makes all permissions anew.
"""

import pgtrigger
import pytest
from django.db import connection
from django.test import TransactionTestCase

from jembatan.platform.audit.never_emptied import NAME, history_tables

KEPT = {"django_content_type", "auth_permission"}  # Django fills them again itself
QUEUES = {"procrastinate_jobs", "procrastinate_events", "procrastinate_periodic_defers"}
"""Of no model that Django looks after: a job that waits would be found by the tests that follow."""
WRITTEN = "SELECT relname, pg_relation_size(oid) FROM pg_class WHERE relname = ANY(%s) AND relkind = 'r' AND pg_relation_size(oid) > 0"
LARGE = 4_000_000
"""Bytes from which on a table, with all that points at it, is truncated after all: thousands of rows leave their indexes slowly."""
MAY_PASS_TRIGGERS = "SELECT has_parameter_privilege('session_replication_role', 'SET')"

PASSING_TRIGGERS = "SET LOCAL session_replication_role = replica"
"""For the statements that are sent with it, which are one transaction."""


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
            allow_emptying()
            with pgtrigger.ignore():
                truncate(case)

    patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)


def allow_emptying() -> None:
    """Of the histories, which refuse it in the product; their owner may say so."""
    with connection.cursor() as cursor:
        for table in history_tables():
            cursor.execute(f"ALTER TABLE {connection.ops.quote_name(table)} DISABLE TRIGGER {NAME}")


def empty() -> None:
    """Leave every table as a new database has it, whatever keys and triggers say; then give its pages back."""
    models = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables = {*models, *QUEUES} - KEPT
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN, [list(tables)])
        sizes = dict(cursor.fetchall())
        if large := sorted(name for name, size in sizes.items() if size > LARGE):
            cursor.execute(f"{PASSING_TRIGGERS}; TRUNCATE {', '.join(map(quote, large))} CASCADE")
        written = sorted(sizes.keys() - set(large))
        if not written:
            return
        deletions = "; ".join(f"DELETE FROM {quote(name)}" for name in written)
        cursor.execute(f"{PASSING_TRIGGERS}; {deletions}")
        cursor.execute(f"VACUUM {', '.join(map(quote, written))}")
