"""Deleting an officer's data waits for whoever has the roster, and neither waits for the other for ever."""

import threading
import time

import pytest
from django.db import connection, connections, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Assignment, Roster
from jembatan.deployment.tests.scene import put
from jembatan.field.tests.scene import games
from jembatan.programmes.actions.forget import delete_officer_data
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Duty, Officer, Programme

WAITING = "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"


def table(model: type[Model]) -> str:
    return f'FROM "{model._meta.db_table}"'


def test_locks_are_taken_from_above_and_the_whole_one_last(officer: Actor) -> None:
    scene = games(officer)
    Duty.objects.update(cancelled=True)
    with CaptureQueriesContext(connection) as asked:
        delete_officer_data(officer, scene.sari)
    locks = [each["sql"] for each in asked if " FOR UPDATE" in each["sql"] or " FOR NO KEY" in each["sql"]]
    order = [table(Programme), table(Officer), 'FROM "deployment_proposal"', table(Roster), table(Officer)]
    assert [named in sql for named, sql in zip(order, locks[:5], strict=True)] == [True] * 5
    assert ["FOR NO KEY" in sql for sql in locks[:5]] == [True, True, True, True, False]


@pytest.mark.django_db(transaction=True)
def test_who_is_put_on_a_duty_meanwhile_stays_and_nobody_waits_for_ever(officer: Actor) -> None:
    scene = games(officer)
    dinner = Assignment.objects.get(officer=scene.tono).duty
    Assignment.objects.filter(duty=dinner).delete()
    said: list[str] = []

    def delete() -> None:
        try:
            with translation.override("en"):
                delete_officer_data(officer, scene.tono)
        except Refused as refusal:
            said.append(str(refusal))
        finally:
            connections.close_all()

    deleting = threading.Thread(target=delete)
    with transaction.atomic():
        Roster.objects.select_for_update(no_key=True).get(pk=scene.roster.pk)
        deleting.start()
        _wait_for_one_who_waits()
        put(scene.roster, dinner, scene.tono)
    deleting.join(timeout=60)
    assert len(said) == 1
    assert "Tono still has 1 duty ahead" in said[0]
    assert Officer.objects.get(pk=scene.tono.pk).full_name == "Tono"


def _wait_for_one_who_waits() -> None:
    """Until the other transaction stands at a lock, however slow the machine is."""
    until = time.monotonic() + 60
    with connection.cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute(WAITING)
            if cursor.fetchone():
                return
            time.sleep(0.05)
    raise AssertionError("Nobody waits.")
