"""A new database holds exactly what one holds that went through every migration; one that exists goes on by its steps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState, get_related_models_tuples
from django.db.migrations.utils import resolve_relation
from pytest_django import DjangoDbBlocker

from jembatan.platform.founding import FoundingLoader, found

OWN = "relnamespace = 'public'::regnamespace"
PARTS = {
    "columns": (
        "SELECT c.relname, c.relkind::text, c.relpersistence::text, a.attname, format_type(a.atttypid, a.atttypmod),"
        " a.attnotnull, a.attidentity::text, a.attgenerated::text, a.attstorage::text, a.attcollation::regcollation::text,"
        " pg_get_expr(d.adbin, d.adrelid) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
        f" WHERE c.{OWN} AND c.relkind IN ('r', 'v', 'p') AND a.attnum > 0 AND NOT a.attisdropped"
    ),
    "constraints": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), obj_description(oid)"
    " FROM pg_trigger WHERE NOT tgisinternal",
    "functions": "SELECT p.oid::regprocedure::text, p.prosrc FROM pg_proc p"
    " WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS"
    " (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')",
    "configurations": "SELECT cfgname, cfgparser FROM pg_ts_config WHERE cfgnamespace = 'public'::regnamespace",
    "extensions": "SELECT extname FROM pg_extension",
    "record": "SELECT app, name FROM django_migrations",
}


@pytest.fixture
def any_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The server, without the guard that lets a test reach only the database that was made for it."""
    with django_db_blocker.unblock():
        yield


@contextmanager
def new_database(name: str) -> Iterator[BaseDatabaseWrapper]:
    """An empty database of that name beside the test's own, under an alias of the same name."""
    settings: dict[str, Any] = {**connections[DEFAULT_DB_ALIAS].settings_dict}
    full = f"{settings['NAME']}_{name}"
    connections.settings[name] = {**settings, "NAME": full, "OPTIONS": {}}
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{full}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{full}" TEMPLATE template0')
    try:
        yield connections[name]
    finally:
        connections[name].close()
        del connections[name]
        del connections.settings[name]
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{full}" WITH (FORCE)')


def parts(database: BaseDatabaseWrapper) -> dict[str, set[tuple[Any, ...]]]:
    """Everything that PostgreSQL knows of the tables, by kind, and how many rows each table has."""
    found_parts: dict[str, set[tuple[Any, ...]]] = {}
    with database.cursor() as cursor:
        for kind, query in PARTS.items():
            cursor.execute(query)
            found_parts[kind] = set(cursor.fetchall())
        tables = database.introspection.table_names(cursor)
        for table in {*tables} - {"django_migrations", "procrastinate_jobs", "procrastinate_events"}:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            found_parts.setdefault("rows", set()).add((table, *cursor.fetchone()))
    return found_parts


def by_steps(database: BaseDatabaseWrapper) -> None:
    executor = MigrationExecutor(database)
    with patch.object(ProjectState, "_find_reload_model", neighbours):
        executor.migrate(executor.loader.graph.leaf_nodes())


def neighbours(state: ProjectState, room: str, name: str, delay: bool = False) -> set[tuple[str, str]]:
    """The models that a step draws anew: the one that changes, those it points to, and those that point to it.

    Django draws whatever is connected in any way, which is every model of ours at every step, and no table needs that:
    what it holds of a farther model is a name and the type of a key. All steps take a tenth of the time by this.
    delay: nothing that points from one model to another has changed; then no neighbour is drawn either.
    """
    touched = {(room, name)}
    if delay:
        return touched
    for field in state.models[room, name].fields.values():
        if field.is_relation:
            touched.add(resolve_relation(field.remote_field.model, room, name))
    if name in state.apps.all_models[room]:
        touched |= get_related_models_tuples(state.apps.get_model(room, name))
    return touched


def at_once(database: BaseDatabaseWrapper) -> None:
    found(database)
    by_steps(database)


def made(name: str, make: Callable[[BaseDatabaseWrapper], None]) -> dict[str, set[tuple[Any, ...]]]:
    with new_database(name) as database:
        make(database)
        return parts(database)


@pytest.mark.usefixtures("any_database")
def test_a_founded_database_is_the_one_that_all_steps_lead_to() -> None:
    founded, grown = made("founded", at_once), made("grown", by_steps)
    for kind in grown:
        assert founded[kind] == grown[kind], kind
    assert len(grown["columns"]) > 1000
    assert len(grown["triggers"]) > 100


@pytest.mark.usefixtures("any_database")
def test_a_room_of_which_something_stands_goes_on_by_steps() -> None:
    with new_database("begun") as database:
        MigrationRecorder(database).ensure_schema()
        MigrationRecorder(database).record_applied("correspondence", "0001_initial")
        loader = FoundingLoader(database)
        assert ("correspondence", "0001_founding") not in loader.graph.nodes
        assert ("correspondence", "0002_settling_answers_and_history") in loader.graph.nodes
        assert ("meetings", "0001_founding") in loader.graph.nodes


@pytest.mark.django_db
def test_where_every_room_stands_nothing_is_founded() -> None:
    before = MigrationRecorder(connection).applied_migrations().keys()
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    assert MigrationRecorder(connection).applied_migrations().keys() == before
    assert not [name for _app, name in before if name == "0001_founding"]
