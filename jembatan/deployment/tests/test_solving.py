"""Having a roster made: around what is held, stopped, begun again, checked by other code."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.rosters import begin_roster, publish_roster
from jembatan.deployment.actions.seats import Seat, change_seats, hold_fast
from jembatan.deployment.actions.solving import start_solving, stop_solving, work
from jembatan.deployment.actions.taking import take_seat
from jembatan.deployment.models import ACTIVE, Assignment, Roster, Solving
from jembatan.deployment.queries.instance import instance_of
from jembatan.deployment.tests import scene
from jembatan.programmes.models import Absence, Programme

ClientOf = Callable[[Actor], Client]


def event(officer: Actor) -> Programme:
    """Four duties in two days that two officers can share, if each stays with one delegation."""
    games = scene.programme(officer)
    for name in ("Akitsu", "Belarmo"):
        body = scene.delegation(games, name)
        for day in (0, 1):
            scene.duty(body, "Lunch", day, 11, 13)
    for name in ("Sari", "Tono"):
        scene.officer(games, name, "ja")
    return games


def taken(roster: Roster) -> dict[tuple[str, int], str]:
    """Who sits where, by delegation and day."""
    rows = Assignment.objects.filter(roster=roster, state__in=ACTIVE).select_related(
        "duty__delegation", "officer"
    )
    first = roster.programme.first_day
    return {(str(row.duty.delegation), (row.duty.day - first).days): row.officer.full_name for row in rows}


def test_roster_is_made_by_the_worker_and_checked(officer: Actor, client_of: ClientOf) -> None:
    games = event(officer)
    client = client_of(officer)
    client.post(f"/programmes/{games.pk}/rosters/", {"seconds": "1", "keep": "yes"})
    solving = Solving.objects.get()
    assert "waiting for a worker" in client.get(f"/rosters/{solving.roster_id}/progress/").content.decode()
    work(solving)
    work(Solving.objects.get())
    roster = Roster.objects.get()
    assert roster.figures == {"uncovered": 0, "officer_days": 4, "pairs": 2, "officers": 2}
    assert (roster.verdict["broken"], Solving.objects.get().state) == (0, "done")
    assert client.get(f"/rosters/{roster.pk}/progress/").headers["HX-Refresh"] == "true"


def test_officer_without_days_can_work_on_each(officer: Actor) -> None:
    games = event(officer)
    games.officers.filter(full_name="Sari").update(days=[])
    games.officers.filter(full_name="Tono").update(days=[scene.FIRST])
    sari, tono = instance_of(games).officers
    assert (sorted(sari.days), sorted(tono.days)) == ([0, 1, 2], [0])


def test_what_is_held_or_published_stays(officer: Actor) -> None:
    games = event(officer)
    draft = begin_roster(officer, games)
    sari, tono = games.officers.order_by("pk")
    first, second = games.duties.order_by("delegation", "day")[:2]
    scene.put(draft, first, sari)
    publish_roster(officer, draft)
    again = begin_roster(officer, games)
    scene.put(again, second, tono)
    hold_fast(officer, again, Seat(second.pk, 1), fast=True)
    work(start_solving(officer, again, seconds=1))
    now = taken(again)
    assert (now["Akitsu", 0], now["Akitsu", 1]) == ("Sari", "Tono")
    assert len(now) == 4


def test_what_happened_since_a_draft_was_begun_stays_when_it_is_published(officer: Actor) -> None:
    games = event(officer)
    sari, tono = games.officers.order_by("pk")
    first, second = games.duties.order_by("delegation", "day")[:2]
    at_work = scene.roster(games, published=True)
    scene.put(at_work, first, sari)
    scene.put(at_work, second, sari)
    draft = begin_roster(officer, games)
    change_seats(officer, at_work, {Seat(first.pk, 1): tono.pk, Seat(second.pk, 1): tono.pk})
    now = timezone.now()
    games.duties.filter(pk=first.pk).update(
        starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1)
    )
    with pytest.raises(Refused, match="has begun"):
        change_seats(officer, draft, {Seat(first.pk, 1): None})
    publish_roster(officer, draft, knowingly=True)
    assert taken(draft) == {("Akitsu", 0): "Tono", ("Akitsu", 1): "Tono"}  # He replaced her there meanwhile.
    began = Assignment.objects.filter(duty=first, officer=tono).values_list("made_at", flat=True)
    assert len(began) == 2
    assert (
        len(set(began)) == 1
    )  # As if nothing had been published in the middle of it: who is late stays late.
    again = begin_roster(officer, games)
    change_seats(officer, draft, {Seat(second.pk, 1): sari.pk})
    change_seats(officer, again, {Seat(second.pk, 1): None})
    change_seats(officer, again, {Seat(second.pk, 1): tono.pk})
    publish_roster(officer, again, knowingly=True)
    assert taken(again)["Akitsu", 1] == "Tono"  # By hand, after that.


def test_who_took_an_open_seat_since_a_draft_was_begun_has_it_when_it_is_published(officer: Actor) -> None:
    games = event(officer)
    sari, tono = games.officers.order_by("pk")
    lunch, _second, other, later = games.duties.order_by("delegation", "day")
    at_work = scene.roster(games, published=True)
    draft = begin_roster(officer, games)
    for who, duty in ((sari, lunch), (sari, later), (tono, other)):
        take_seat(who, at_work, Seat(duty.pk, 1))
    change_seats(officer, draft, {Seat(lunch.pk, 1): tono.pk})
    publish_roster(officer, draft)
    # The draft gives the first to somebody else, who is not at two duties at once.
    assert taken(draft) == {("Akitsu", 0): "Tono", ("Belarmo", 1): "Sari"}
    assert Assignment.objects.get(roster=draft, duty=later).origin == "self"
    assert taken(at_work)["Belarmo", 1] == "Sari"


def test_stopped_solver_keeps_what_it_has(officer: Actor) -> None:
    games = event(officer)
    draft = begin_roster(officer, games)
    solving = start_solving(officer, draft, seconds=30)
    with pytest.raises(Refused, match="at it already"):
        start_solving(officer, draft, seconds=30)
    with pytest.raises(Refused, match="still at it"):
        publish_roster(officer, draft)
    lunch, sari = Seat(games.duties.order_by("pk")[0].pk, 1), games.officers.order_by("pk")[0]
    with pytest.raises(Refused, match="still at it"):
        change_seats(officer, draft, {lunch: sari.pk})
    with pytest.raises(Refused, match="still at it"):
        hold_fast(officer, draft, lunch, fast=True)
    stop_solving(officer, solving)
    work(solving)
    solving.refresh_from_db()
    assert (solving.state, len(taken(draft))) == ("stopped", 4)


def test_killed_worker_goes_on_from_the_best(officer: Actor) -> None:
    games = event(officer)
    draft = begin_roster(officer, games)
    solving = start_solving(officer, draft, seconds=1)
    sari = games.officers.get(full_name="Sari")
    Solving.objects.filter(pk=solving.pk).update(
        state="running", spent=5, best=[[duty.pk, sari.pk] for duty in games.duties.all()[:1]]
    )
    solving.refresh_from_db()
    work(solving)
    assert len(taken(draft)) == 4


def test_roster_with_broken_rules_is_published_knowingly_alone(officer: Actor, client_of: ClientOf) -> None:
    games = event(officer)
    draft = begin_roster(officer, games)
    sari, meal = games.officers.get(full_name="Sari"), games.duties.order_by("pk")[0]
    scene.put(draft, meal, sari)
    Absence.objects.create(desk=games.desk, officer=sari, during=(scene.at(0, 0), scene.at(1, 0)))
    with pytest.raises(Refused, match="broken rules"):
        publish_roster(officer, draft)
    client_of(officer).post(f"/rosters/{draft.pk}/check/")
    page = client_of(officer).get(f"/rosters/{draft.pk}/").content.decode()
    assert "Absence: Sari: Lunch" in page
    publish_roster(officer, draft, knowingly=True)
    draft.refresh_from_db()
    assert draft.is_published
