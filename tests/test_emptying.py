"""What a test that commits leaves is gone before the next one, whatever keys and triggers say."""

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.platform.markings import Marking
from tests.emptying import KEPT, QUEUES, empty


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_but_what_a_new_database_has(officer: Actor) -> None:
    open_dossier(officer, title="Perkara", marking=Marking.AMBER)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('default', 'waits')")
    assert _filled() > {*KEPT, "procrastinate_jobs"}

    empty()

    assert _filled() == KEPT
    assert ContentType.objects.get_for_model(Permission).pk


def _filled() -> set[str]:
    models = connection.introspection.django_table_names(only_existing=True, include_views=False)
    names = {*models, *QUEUES}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"(SELECT '{name}' FROM \"{name}\" LIMIT 1)" for name in names))
        return {name for (name,) in cursor.fetchall()}
