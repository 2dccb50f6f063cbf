"""What a test that commits leaves is gone before the next one, whatever keys and triggers say."""

import pgtrigger
import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.platform.audit.never_emptied import history_tables
from jembatan.platform.markings import Marking
from tests.emptying import KEPT, QUEUES, allow_emptying, empty


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_but_what_a_new_database_has(officer: Actor) -> None:
    open_dossier(officer, title="Perkara", marking=Marking.AMBER)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('default', 'waits')")
    assert _filled() > {*KEPT, "procrastinate_jobs"}

    empty()

    assert _filled() == KEPT
    assert ContentType.objects.get_for_model(Permission).pk


@pytest.mark.django_db(transaction=True)
def test_what_refuses_to_be_emptied_is_emptied_after_a_test(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(officer, Line(kind="note", summary="Tetap"))
    monkeypatch.setattr("tests.emptying.LARGE", 0)

    empty()

    assert _filled() == KEPT


@pytest.mark.django_db(transaction=True)
def test_what_refuses_to_be_emptied_is_emptied_by_a_user_who_may_not_pass_triggers(officer: Actor) -> None:
    record(officer, Line(kind="note", summary="Tetap"))

    with transaction.atomic():
        allow_emptying()
        with pgtrigger.ignore(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"TRUNCATE journal_entry, {history_tables()[0]} CASCADE")
        assert not Entry.objects.exists()
        transaction.set_rollback(True)


def _filled() -> set[str]:
    models = connection.introspection.django_table_names(only_existing=True, include_views=False)
    names = {*models, *QUEUES}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"(SELECT '{name}' FROM \"{name}\" LIMIT 1)" for name in names))
        return {name for (name,) in cursor.fetchall()}
