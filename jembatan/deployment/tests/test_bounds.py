"""What no roster can be below, beside what a roster comes to."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.bounds import ask_bound, reckon, stop_bound
from jembatan.deployment.models import Bound, Roster
from jembatan.deployment.queries.bound import Measured, measured
from jembatan.deployment.tests import scene
from jembatan.programmes.models import Duty

type ClientOf = Callable[[Actor], Client]


def event(officer: Actor) -> tuple[Roster, Duty]:
    """Two at lunch together, by two who can, and a duty of no delegation that nobody can take."""
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    meal = scene.duty(akitsu, "Lunch", 0, 11, 13, officers=2)
    scene.duty(akitsu, "Press", 1, 11, 13, language="")
    nobody = scene.duty(akitsu, "Tea", 0, 15, 16, language="fa")
    Duty.objects.exclude(pk=meal.pk).update(delegation=None)
    plan = scene.roster(games)
    for seat, name in enumerate(("Sari", "Tono"), 1):
        scene.put(plan, meal, scene.officer(games, name, "ja"), seat)
    return plan, nobody


def aims(found: Measured) -> list[tuple[int, int | None, float | None]]:
    """Without their names."""
    return [(each.figure, each.least, each.percent) for each in found.aims]


def test_bound_and_gap_stand_beside_the_roster(officer: Actor, client_of: ClientOf) -> None:
    plan, nobody = event(officer)
    client = client_of(officer)
    address = f"/rosters/{plan.pk}/"
    client.post(f"{address}bound/")
    bound = Bound.objects.get()
    assert "waiting for a worker" in client.get(address).content.decode()
    reckon(bound)
    assert client.get(f"{address}bound/progress/").headers["HX-Refresh"] == "true"
    found = measured(plan)
    assert (found.fresh, found.comparable) == (True, False)
    assert aims(found) == [(2, 1, None), (2, 3, None), (2, 2, None), (2, 2, None)]
    press = plan.programme.duties.get(title="Press")
    scene.put(plan, press, plan.programme.officers.get(full_name="Sari"))
    page = client.get(address).content.decode()
    assert "exactly for every day" in page
    assert "Work is from 2 to 4 hours each" in page
    assert aims(measured(plan))[1:3] == [(3, 3, 0.0), (2, 2, 0.0)]
    client.post(f"{address}check/")
    assert measured(plan).checked
    nobody.language = "ja"
    nobody.save()
    page = client.get(address).content.decode()
    assert "this was reckoned for what was asked then" in page
    assert "have changed since the check" in page


def test_reckoning_is_stopped_and_still_holds(officer: Actor, drafter: Actor) -> None:
    plan, _nobody = event(officer)
    bound = ask_bound(officer, plan)
    with pytest.raises(PermissionDenied):
        stop_bound(drafter, plan)
    stop_bound(officer, plan)
    reckon(bound)
    bound.refresh_from_db()
    assert (bound.state, bound.least["officer_days"], bound.exact) == ("stopped", 3, 0)
    assert ask_bound(officer, plan).is_busy
