"""What the database itself refuses, and what it does when a duty moves."""

import pytest
from django.db import IntegrityError, connection, transaction

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Assignment
from jembatan.deployment.tests import scene
from jembatan.programmes.models import Duty

INSERT = """
    INSERT INTO deployment_assignment (desk_id, roster_id, duty_id, officer_id, seat, locked, origin, state, made_at)
    SELECT desk_id, %s, %s, %s, 1, false, 'hand', 'planned', now() FROM deployment_roster WHERE id = %s
"""


def test_one_officer_at_two_duties_at_once_is_refused_even_to_sql(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    morning, noon = scene.duty(akitsu, "Arrival", 0, 8, 11), scene.duty(akitsu, "Lunch", 0, 10.5, 12)
    later = scene.duty(akitsu, "Dinner", 0, 12, 14)
    sari, plan = scene.officer(games, "Sari", "ja"), scene.roster(games)
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [plan.pk, morning.pk, sari.pk, plan.pk])
        with pytest.raises(IntegrityError, match="officer_at_one_duty_at_a_time"), transaction.atomic():
            cursor.execute(INSERT, [plan.pk, noon.pk, sari.pk, plan.pk])
        cursor.execute(INSERT, [plan.pk, later.pk, sari.pk, plan.pk])
    assert Assignment.objects.get(duty=morning).during.lower == morning.starts_at


def test_officer_of_another_programme_is_refused(officer: Actor) -> None:
    games, summit = scene.programme(officer), scene.programme(officer, "Summit")
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 12)
    stranger, plan = scene.officer(summit, "Agus", "ja"), scene.roster(games)
    with pytest.raises(IntegrityError, match="of one programme"), transaction.atomic():
        scene.put(plan, meal, stranger)


def test_duty_that_moves_takes_its_assignment_along(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    flight, meal = scene.duty(akitsu, "Arrival", 0, 8, 10), scene.duty(akitsu, "Lunch", 0, 12, 13)
    sari, plan = scene.officer(games, "Sari", "ja"), scene.roster(games)
    first, second = scene.put(plan, flight, sari), scene.put(plan, meal, sari)
    Duty.objects.filter(pk=flight.pk).update(starts_at=scene.at(0, 9), ends_at=scene.at(0, 11))
    first.refresh_from_db()
    assert first.during.upper == scene.at(0, 11)
    Duty.objects.filter(pk=flight.pk).update(cancelled=True)
    first.refresh_from_db()
    assert (first.during.isempty, first.state) == (True, "planned")
    Duty.objects.filter(pk=flight.pk).update(
        cancelled=False, starts_at=scene.at(0, 12.5), ends_at=scene.at(0, 14)
    )
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("released", "planned")
