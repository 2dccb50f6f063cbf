"""What no roster can be below, beside what a roster comes to."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.bounds import ask_bound, reckon, stop_bound
from jembatan.deployment.actions.rosters import begin_roster, publish_roster
from jembatan.deployment.models import Bound, Roster, Standby
from jembatan.deployment.queries.asked import digest_of
from jembatan.deployment.queries.bound import Measured, measured
from jembatan.deployment.tests import scene
from jembatan.programmes.models import (
    Absence,
    ConflictOfInterest,
    Delegation,
    Duty,
    Officer,
    OfficerLanguage,
    Pair,
    Place,
    Programme,
    Travel,
)

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
    assert not measured(plan).stale
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


def test_roster_that_was_made_by_hand_has_its_bound_reckoned_once_it_is_published(officer: Actor) -> None:
    plan, nobody = event(officer)
    publish_roster(officer, plan)
    reckon(plan.bound)
    assert measured(plan).fresh
    later = begin_roster(officer, plan.programme)
    Bound.objects.update(roster=later)
    publish_roster(officer, later)
    assert Bound.objects.get().state == "done"  # Nothing that it was reckoned for has changed.
    Duty.objects.filter(pk=nobody.pk).update(officers=2)
    again = begin_roster(officer, plan.programme)
    Bound.objects.update(roster=again)
    publish_roster(officer, again)
    assert Bound.objects.get().is_busy


def test_digest_follows_whatever_instances_are_made_of_and_nothing_else(officer: Actor) -> None:
    plan, _nobody = event(officer)
    games = plan.programme
    sari, tono = games.officers.order_by("pk")
    akitsu, village = games.delegations.get(), games.places.get()
    desk = {"desk": games.desk}

    def to_the_village() -> object:
        gate = Place.objects.create(**desk, programme=games, name="Gate")
        return Travel.objects.create(**desk, origin=gate, destination=village, minutes=20)

    changes: list[Callable[[], object]] = [
        lambda: Programme.objects.update(min_rest=600),
        lambda: Duty.objects.filter(title="Press").update(ends_at=scene.at(1, 14)),
        lambda: Duty.objects.filter(title="Tea").update(cancelled=True),
        lambda: Delegation.objects.update(languages=["en"]),
        lambda: OfficerLanguage.objects.filter(officer=sari).update(tested="B2"),
        lambda: Absence.objects.create(**desk, officer=sari, during=(scene.at(2, 9), scene.at(2, 12))),
        lambda: Standby.objects.create(**desk, officer=sari, day=scene.FIRST + timedelta(days=2)),
        lambda: ConflictOfInterest.objects.create(**desk, officer=sari, delegation=akitsu),
        lambda: Pair.objects.create(**desk, first=sari, second=tono),
        to_the_village,
        lambda: Officer.objects.filter(pk=tono.pk).update(level=2),
    ]
    seen = [digest_of(plan)]
    for change in changes:
        change()
        seen.append(digest_of(plan))
    assert len(set(seen)) == len(seen)
    Duty.objects.update(title="Supper", note="Umbrellas")
    Officer.objects.filter(pk=tono.pk).update(phone="+628123456789", version=9)
    scene.roster(scene.programme(officer, "Other games"))
    scene.officer(Programme.objects.get(name="Other games"), "Wati", "ja")
    assert digest_of(plan) == seen[-1]


@pytest.mark.parametrize("more", [0, 5])
def test_page_of_a_roster_asks_as_often_for_many_as_for_few(
    officer: Actor, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    plan, _nobody = event(officer)
    for number in range(more):
        meal = scene.duty(plan.programme.delegations.get(), f"Supper {number}", number % 3, 18, 20)
        scene.put(plan, meal, scene.officer(plan.programme, f"Wati {number}", "ja"))
    reckon(ask_bound(officer, plan))
    client = client_of(officer)
    client.get(f"/rosters/{plan.pk}/")
    with django_assert_num_queries(14):
        client.get(f"/rosters/{plan.pk}/")
