"""What is proposed when something has happened: chains, movements, standby; accepted as a whole, and taken back as a whole."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.deployment.actions.proposing import dismiss, look_again, propose
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.replace import accept
from jembatan.deployment.actions.seats import Seat, change_seats
from jembatan.deployment.actions.taking_back import take_back
from jembatan.deployment.models import ACTIVE, Assignment, Handover, Override, Proposal, Standby
from jembatan.deployment.queries.mending import mending_of
from jembatan.deployment.queries.proposals import open_proposals
from jembatan.deployment.tests import scene
from jembatan.deployment.web import panels
from jembatan.programmes.actions.movements import change_movement
from jembatan.programmes.models import Absence, Delegation, Duty, Movement, Officer

ClientOf = Callable[[Actor], Client]
Cause = Proposal.Cause


def away(officer: Officer, day: int = 0, *, days: int = 1) -> Proposal:
    """They said so themselves."""
    return propose(officer, scene.at(day, 0), scene.at(day + days, 0), Cause.SAID_SO)


def flight(guests: Delegation, hour: float) -> Movement:
    """An arrival on the first day."""
    return Movement.objects.create(
        desk=guests.desk,
        delegation=guests,
        kind="arrival",
        mode="flight",
        number="AK 417",
        starts_at=scene.at(0, hour - 7),
        ends_at=scene.at(0, hour),
        starts_zone="Asia/Tokyo",
        ends_zone="Asia/Jakarta",
    )


def met(guests: Delegation, arrival: Movement) -> Duty:
    """Two hours from its arrival."""
    duty = scene.duty(guests, "Welcome", 0, 10, 12)
    Duty.objects.filter(pk=duty.pk).update(
        movement=arrival, starts_at=arrival.ends_at, ends_at=arrival.ends_at + timedelta(hours=2)
    )
    return duty


def test_only_speaker_steps_in_and_passes_a_duty_on(officer: Actor, client_of: ClientOf) -> None:
    scene.desk_address(officer.desk)
    games = scene.programme(officer)
    akitsu, borneo = scene.delegation(games, "Akitsu"), scene.delegation(games, "Borneo", "en")
    lunch, tour = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.duty(borneo, "Tour", 0, 12, 14, language="en")
    sari, tono = (
        scene.officer(games, "Sari", "ja"),
        scene.officer(games, "Tono", "ja", "en", email="t@lo.example"),
    )
    scene.officer(games, "Wati", "en")
    plan = scene.roster(games, published=True)
    scene.put(plan, lunch, sari)
    scene.put(plan, tour, tono)
    proposal, client = away(sari), client_of(officer)
    page = client.get(f"/replacements/{proposal.pk}/")
    assert "passes “Tour, 04/05 12:00–14:00” on to Wati for it" in page.content.decode()
    chosen = {f"seat-{lost.key}": picked for lost, picked in page.context["seats"]}
    done = client.post(f"/replacements/{proposal.pk}/", chosen, follow=True).content.decode()
    assert scene.sitting(plan) == {"Lunch": "Tono", "Tour": "Wati"}
    assert sorted(Handover.objects.values_list("outgoing__full_name", "incoming__full_name")) == [
        ("Sari", "Tono"),
        ("Tono", "Wati"),
    ]
    assert "Take it back" in done
    subjects = OutgoingMail.objects.order_by("subject").values_list("subject", "state")
    assert list(subjects) == [
        ("Duties that are yours no more, Games", "waiting"),
        ("You take over duties of Games", "waiting"),
    ]

    client.post(f"/replacements/{proposal.pk}/taking-back/")
    assert scene.sitting(plan) == {"Lunch": "Sari", "Tour": "Tono"}
    assert not Handover.objects.exists()
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {"withdrawn"}
    proposal.refresh_from_db()
    assert proposal.state == "open"


def test_standby_officer_is_proposed_before_anybody_else(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    lunch, tour = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.duty(akitsu, "Tour", 0, 14, 16)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    wati, plan = scene.officer(games, "Wati", "ja"), scene.roster(games, published=True)
    Standby.objects.create(desk=games.desk, officer=wati, day=scene.FIRST)
    scene.put(plan, lunch, sari)
    scene.put(plan, tour, tono)
    (seat,) = mending_of(plan, away(sari)).seats
    assert [each.why.name for each in seat.options] == ["Wati", "Tono"]
    assert seat.options[0].why.facts[0] == "on standby"


def test_movement_that_no_longer_fits_is_proposed_with_its_rule(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    arrival = flight(akitsu, 10)
    met(akitsu, arrival)
    dinner = scene.duty(akitsu, "Dinner", 0, 17, 19)
    sari, plan = scene.officer(games, "Sari", "ja"), scene.roster(games, published=True)
    scene.officer(games, "Tono", "ja")
    scene.put(plan, Duty.objects.get(title="Welcome"), sari)
    scene.put(plan, dinner, sari)
    sooner = change_movement(officer, arrival, version=1, starts_at=scene.at(0, 4), ends_at=scene.at(0, 11))
    assert look_again(games) == 0
    later = change_movement(
        officer, sooner, version=2, starts_at=scene.at(0, 11.5), ends_at=scene.at(0, 18.5)
    )
    assert look_again(games) == 1
    proposal = open_proposals(officer, games).get()
    page = client_of(officer).get(f"/replacements/{proposal.pk}/").content.decode()
    for told in (
        "Akitsu: arrival AK 417",
        "was 11:00, now 18:30",
        "Sari is at “Dinner, 04/05 17:00–19:00” then.",
        "Tono",
    ):
        assert told in page
    accept(
        officer,
        proposal,
        {Seat(Duty.objects.get(title="Welcome").pk, 1): Officer.objects.get(full_name="Tono").pk},
    )
    assert scene.sitting(plan) == {"Welcome": "Tono", "Dinner": "Sari"}
    assert look_again(games) == 0
    assert later.version == 3


def test_movement_that_somebody_has_seen_to_is_over(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    arrival = flight(akitsu, 10)
    welcome, early = met(akitsu, arrival), scene.duty(akitsu, "Early", 1, 6, 8)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    plan = scene.roster(games, published=True)
    scene.put(plan, welcome, sari)
    scene.put(plan, early, sari)
    change_movement(officer, arrival, version=1, starts_at=scene.at(0, 15), ends_at=scene.at(0, 21))
    assert look_again(games) == 1
    change_seats(officer, plan, {Seat(early.pk, 1): tono.pk})
    assert look_again(games) == 0
    assert Proposal.objects.get().state == "over"


def test_taking_back_says_when_a_seat_has_changed_since(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    lunch = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    wati, plan = scene.officer(games, "Wati", "ja"), scene.roster(games, published=True)
    scene.put(plan, lunch, sari)
    done = accept(officer, away(sari), {Seat(lunch.pk, 1): tono.pk})
    change_seats(officer, plan, {Seat(lunch.pk, 1): wati.pk})
    page = client_of(officer).get(f"/replacements/{done.pk}/").content.decode()
    assert "“Lunch” has changed hands since" in page
    with pytest.raises(Refused, match="changed hands"):
        take_back(officer, done)
    assert scene.sitting(plan) == {"Lunch": "Wati"}


def test_held_seat_and_absence_come_back_as_they_were(officer: Actor) -> None:
    games = scene.programme(officer)
    lunch = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    plan = scene.roster(games, published=True)
    row = scene.put(plan, lunch, sari)
    Assignment.objects.filter(pk=row.pk).update(locked=True, origin="solver")
    Absence.objects.create(desk=games.desk, officer=sari, during=(scene.at(0, 9), scene.at(0, 12)))
    proposal = propose(sari, scene.at(0, 0), scene.at(1, 0), Cause.NO_SHOW, by=officer)
    done = accept(officer, proposal, {Seat(lunch.pk, 1): tono.pk})
    assert Assignment.objects.get(pk=row.pk).state == "no_show"
    assert Absence.objects.filter(officer=sari).count() == 3
    back = take_back(officer, done)
    again = Assignment.objects.get(duty=lunch, state__in=ACTIVE)
    assert (again.officer, again.locked, again.origin, back.state) == (sari, True, "solver", "taken_back")
    assert not Assignment.objects.filter(state="no_show").exists()
    assert Absence.objects.filter(officer=sari).count() == 1
    assert Override.objects.get().rule == "unavailable"


def test_more_than_five_duties_are_proposed_one_after_another(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu, plan = scene.delegation(games, "Akitsu"), scene.roster(games, published=True)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    duties = [scene.duty(akitsu, f"D{n}", n // 3, 8 + 2 * (n % 3), 9 + 2 * (n % 3)) for n in range(7)]
    for each in duties:
        scene.put(plan, each, sari)
    proposal = away(sari, days=3)
    mending = mending_of(plan, proposal)
    assert (len(mending.seats), mending.later) == (5, 2)
    with pytest.raises(Refused, match="At most 5"):
        accept(officer, proposal, {Seat(each.pk, 1): tono.pk for each in duties})
    accept(officer, proposal, {Seat(each.pk, 1): tono.pk for each in duties[:5]})
    rest = open_proposals(officer, games).get()
    assert len(mending_of(plan, rest).seats) == 2
    with pytest.raises(Refused, match="decided this already"):
        dismiss(officer, proposal)
    dismiss(officer, rest)
    assert not open_proposals(officer, games).exists()


@pytest.mark.parametrize("more", [0, 3])
def test_proposal_asks_as_often_for_many_as_for_few(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    games = scene.programme(officer)
    akitsu, plan = scene.delegation(games, "Akitsu"), scene.roster(games, published=True)
    sari = scene.officer(games, "Sari", "ja")
    for number in range(1 + more):
        scene.officer(games, f"Tono {number}", "ja")
        scene.put(plan, scene.duty(akitsu, f"D{number}", 0, 8 + 2 * number, 9 + 2 * number), sari)
    proposal = away(sari)
    with django_assert_num_queries(17):
        assert len(mending_of(plan, proposal).seats) == 1 + more


@pytest.mark.parametrize("more", [0, 3])
def test_list_of_proposals_asks_as_often_for_many_as_for_few(
    officer: Actor,
    reader: Actor,
    client_of: ClientOf,
    rf: RequestFactory,
    django_assert_num_queries: DjangoAssertNumQueries,
    more: int,
) -> None:
    games = scene.programme(officer)
    akitsu, plan = scene.delegation(games, "Akitsu"), scene.roster(games, published=True)
    with django_assert_num_queries(1):
        assert panels.somebody_to_replace(rf.get("/"), officer, None) == ""
    with django_assert_num_queries(0):
        assert panels.somebody_to_replace(rf.get("/"), reader, None) == ""
    for number in range(1 + more):
        sari = scene.officer(games, f"Sari {number}", "ja")
        scene.put(plan, scene.duty(akitsu, "Lunch", 0, 11, 13), sari)
        away(sari)
    with django_assert_num_queries(2):
        assert "Sari 0" in panels.somebody_to_replace(rf.get("/"), officer, None)
    client = client_of(officer)
    client.get(f"/programmes/{games.pk}/on-duty/")
    with django_assert_num_queries(11):
        page = client.get(f"/programmes/{games.pk}/on-duty/").content.decode()
    assert page.count("/replacements/") == 1 + more
    board = client.get(f"/programmes/{games.pk}/board/").content.decode()
    assert f'Somebody has to be replaced <span class="count">{1 + more}</span>' in board
