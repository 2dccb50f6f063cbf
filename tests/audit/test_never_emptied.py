"""No history is emptied."""

import pytest
from django.db import DatabaseError, connection, transaction

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.platform.audit.never_emptied import NAME, history_tables, refuse_to_be_emptied
from jembatan.platform.audit.tracked import event_models


@pytest.mark.django_db
def test_every_history_refuses_to_be_emptied() -> None:
    known = {model._meta.db_table for model in event_models().values()}
    assert known <= set(history_tables())
    assert _refusing() == history_tables()
    refuse_to_be_emptied(using="default")  # a second time changes nothing
    assert _refusing() == history_tables()


def test_history_of_a_dossier_is_kept_whatever_is_said_to_its_table(officer: Actor) -> None:
    open_dossier(officer, "MoU")
    history = event_models()["dossiers.dossier"]
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="Cannot truncate"), transaction.atomic():
        connection.cursor().execute(f"TRUNCATE {history._meta.db_table}")
    assert history.objects.count() == 1


def _refusing() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [NAME])
        return sorted(table for (table,) in cursor.fetchall())
