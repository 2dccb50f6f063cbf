"""Who is sought for seats of a duty that was changed by hand, and for a seat that nobody has: as for any mishap, and taken back as a whole."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import Model, QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.deployment.actions.proposing import look_again, note_duties
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.replace import accept, fill_seat
from jembatan.deployment.actions.rosters import publish_roster
from jembatan.deployment.actions.seats import Seat
from jembatan.deployment.actions.taking_back import take_back
from jembatan.deployment.events import SeatsChanged
from jembatan.deployment.models import ACTIVE, Assignment, Handover, Proposal, Roster
from jembatan.deployment.queries.mending import mending_of
from jembatan.deployment.queries.proposals import open_proposals
from jembatan.deployment.tests import scene
from jembatan.platform.events import listen
from jembatan.programmes.actions.duties import change_duty
from jembatan.programmes.models import Duty

ClientOf = Callable[[Actor], Client]


def test_duty_changed_by_hand_is_proposed_like_a_movement(officer: Actor, client_of: ClientOf) -> None:
    scene.desk_address(officer.desk)
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    lunch, tour = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.duty(akitsu, "Tour", 0, 14, 16)
    sari, plan = (
        scene.officer(games, "Sari", "ja", email="s@lo.example"),
        scene.roster(games, published=True),
    )
    scene.officer(games, "Tono", "ja", email="t@lo.example")
    scene.put(plan, lunch, sari)
    scene.put(plan, tour, sari)
    kept = change_duty(officer, lunch, version=1, note="By the lake")
    assert look_again(games) == 0
    change_duty(officer, kept, version=2, starts_at=scene.at(0, 13), ends_at=scene.at(0, 15), language="ja")
    assert look_again(games) == 1
    proposal, client = open_proposals(officer, games).get(), client_of(officer)
    page = client.get(f"/replacements/{proposal.pk}/")
    for told in (
        "Akitsu: Lunch changed",
        "13:00–15:00",
        "Time: was 11:00–13:00 WIB, now 13:00–15:00 WIB",
        "Sari is at “Tour, 04/05 14:00–16:00” then.",
        "Tono",
    ):
        assert told in page.content.decode()
    chosen = {f"seat-{lost.key}": picked for lost, picked in page.context["seats"]}
    client.post(f"/replacements/{proposal.pk}/", chosen)
    assert sorted(Assignment.objects.filter(state__in=ACTIVE).values_list("duty", "officer__full_name")) == [
        (lunch.pk, "Tono"),
        (tour.pk, "Sari"),
    ]
    assert OutgoingMail.objects.filter(state="waiting").count() == 2
    assert look_again(games) == 0


def test_what_was_done_about_a_duty_is_taken_back_as_a_whole(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    lunch, tour = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.duty(akitsu, "Tour", 0, 14, 16)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja", "fa")
    plan = scene.roster(games, published=True)
    scene.put(plan, lunch, sari)
    scene.put(plan, tour, sari)
    change_duty(officer, lunch, version=1, language="fa")
    look_again(games)
    done = accept(officer, open_proposals(officer, games).get(), {Seat(lunch.pk, 1): tono.pk})
    back = take_back(officer, done)
    assert scene.sitting(plan) == {"Lunch": "Sari", "Tour": "Sari"}
    assert back.state == "open"


def test_duty_that_asks_for_fewer_officers_lets_the_last_go(officer: Actor, client_of: ClientOf) -> None:
    scene.desk_address(officer.desk)
    games = scene.programme(officer)
    lunch = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13, officers=4)
    plan = scene.roster(games, published=True)
    for seat, name in ((1, "Sari"), (3, "Tono"), (4, "Wati")):
        scene.put(plan, lunch, scene.officer(games, name, "ja", email=f"{name}@lo.example"), seat)
    change_duty(officer, lunch, version=1, officers=2)
    assert look_again(games) == 1
    proposal, client = open_proposals(officer, games).get(), client_of(officer)
    page = client.get(f"/replacements/{proposal.pk}/")
    assert "The duty asks for fewer officers now: Wati need not come." in page.content.decode()
    chosen = {f"seat-{lost.key}": picked for lost, picked in page.context["seats"]}
    done = client.post(f"/replacements/{proposal.pk}/", chosen, follow=True).content.decode()
    seats = Assignment.objects.filter(state__in=ACTIVE).order_by("seat")
    assert list(seats.values_list("seat", "officer__full_name")) == [(1, "Sari"), (2, "Tono")]
    assert OutgoingMail.objects.get().subject == "Duties that are yours no more, Games"
    assert "“Lunch” asks for fewer officers now" in done


def test_officer_whose_seat_is_no_more_takes_another_one_of_the_duty(officer: Actor) -> None:
    scene.desk_address(officer.desk)
    games = scene.programme(officer)
    akitsu, plan = scene.delegation(games, "Akitsu"), scene.roster(games, published=True)
    lunch = scene.duty(akitsu, "Lunch", 0, 11, 13, officers=2)
    sari = scene.officer(games, "Sari", "ja", email="s@lo.example")
    tono = scene.officer(games, "Tono", "ja", "fa", email="t@lo.example")
    scene.put(plan, lunch, sari)
    scene.put(plan, lunch, tono, 2)
    change_duty(officer, lunch, version=1, officers=1, language="fa")
    look_again(games)
    proposal = open_proposals(officer, games).get()
    first, last = mending_of(plan, proposal).seats
    assert [told.sentence for told in first.against] == ["The duty asks for Persian; Sari speaks: Japanese."]
    assert ([each.why.name for each in first.options], last.against, last.beyond) == (["Tono"], (), True)
    accept(officer, proposal, {Seat(lunch.pk, 1): tono.pk, Seat(lunch.pk, 2): None})
    assert scene.sitting(plan) == {"Lunch": "Tono"}
    told = OutgoingMail.objects.order_by("subject").values_list("subject", "draft__to")
    assert [(subject, "t@lo" in str(to)) for subject, to in told] == [
        ("Duties that are yours no more, Games", False),
        ("You take over duties of Games", True),
    ]


@pytest.mark.parametrize("more", [0, 3])
def test_change_of_many_duties_is_noted_and_looked_at_as_fast_as_one(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    games = scene.programme(officer)
    akitsu, plan = scene.delegation(games, "Akitsu"), scene.roster(games, published=True)
    sari, duties = scene.officer(games, "Sari", "ja"), []
    for number in range(1 + more):
        duties.append(scene.duty(akitsu, f"D{number}", 0, 8 + 2 * number, 9 + 2 * number))
        scene.put(plan, duties[-1], sari)
    duties.append(scene.duty(akitsu, "Nobody's", 1, 8, 9))
    with django_assert_num_queries(2):
        note_duties(duties)
    note_duties(duties)
    assert Proposal.objects.count() == 1 + more
    Duty.objects.update(language="fa")
    with django_assert_num_queries(22):
        assert look_again(games) == 1 + more


def test_open_seat_is_filled_by_one_who_passes_a_duty_on(officer: Actor, client_of: ClientOf) -> None:
    scene.desk_address(officer.desk)
    games = scene.programme(officer)
    akitsu, borneo = scene.delegation(games, "Akitsu"), scene.delegation(games, "Borneo", "en")
    lunch, tour = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.duty(borneo, "Tour", 0, 12, 14, language="en")
    tono = scene.officer(games, "Tono", "ja", "en", email="t@lo.example")
    scene.officer(games, "Wati", "en")
    plan, client = scene.roster(games, published=True), client_of(officer)
    scene.put(plan, tour, tono)
    seat = f"/rosters/{plan.pk}/duties/{lunch.pk}/seats/1/"
    assert f"{seat}filling/" in client.get(seat).content.decode()
    assert f"{seat}filling/" in client.get(f"/rosters/{plan.pk}/open/").content.decode()
    page = client.get(f"{seat}filling/")
    assert "passes “Tour, 04/05 12:00–14:00” on to Wati for it" in page.content.decode()
    assert not Proposal.objects.exists()
    chosen = {f"seat-{lost.key}": picked for lost, picked in page.context["seats"]}
    done = client.post(f"{seat}filling/", chosen, follow=True).content.decode()
    assert "The seat is filled." in done
    assert scene.sitting(plan) == {"Lunch": "Tono", "Tour": "Wati"}
    assert Handover.objects.get().incoming.full_name == "Wati"
    subjects = OutgoingMail.objects.order_by("subject").values_list("subject", flat=True)
    assert list(subjects) == ["A duty for you, Games", "Duties that are yours no more, Games"]
    client.post(f"{seat}filling/", chosen)
    assert Proposal.objects.count() == 1
    proposal = Proposal.objects.get()
    client.post(f"/replacements/{proposal.pk}/taking-back/")
    proposal.refresh_from_db()
    assert (scene.sitting(plan), proposal.state) == ({"Tour": "Tono"}, "taken_back")
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {"withdrawn"}
    Roster.objects.update(state="draft", published_at=None)
    done = client.post(f"{seat}filling/", chosen, follow=True).content.decode()
    assert "Who is told" not in done
    assert scene.sitting(plan) == {"Lunch": "Tono", "Tour": "Wati"}
    assert not OutgoingMail.objects.filter(state="waiting").exists()
    take_back(officer, Proposal.objects.latest("pk"))
    with pytest.raises(Refused, match="Choose who"):
        fill_seat(officer, plan, Seat(lunch.pk, 1), {Seat(lunch.pk, 1): None})


def test_seat_filled_in_a_draft_and_taken_back_after_it_was_published_is_told(officer: Actor) -> None:
    heard: list[SeatsChanged] = []
    games = scene.programme(officer)
    lunch = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    tono, plan = scene.officer(games, "Tono", "ja"), scene.roster(games)
    seat = Seat(lunch.pk, 1)
    done = fill_seat(officer, plan, seat, {seat: tono.pk})
    publish_roster(officer, plan)
    listen(SeatsChanged, heard.append)
    take_back(officer, done)
    assert [(each.officers, each.written) for each in heard] == [((tono.pk,), False)]


@pytest.mark.parametrize("number", [0, 2, 99_999])
def test_seat_that_is_not_there_is_not_filled(officer: Actor, client_of: ClientOf, number: int) -> None:
    games = scene.programme(officer)
    lunch, plan = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13), scene.roster(games)
    tono, seat = scene.officer(games, "Tono", "ja"), f"seats/{number}/filling/"
    chosen = {f"seat-{lunch.pk}-{number}": tono.pk}
    done = client_of(officer).post(f"/rosters/{plan.pk}/duties/{lunch.pk}/{seat}", chosen, follow=True)
    assert "This duty or seat is no more. Load the board again." in done.content.decode()
    assert not Proposal.objects.exists()


def test_look_that_a_change_runs_into_is_not_lost(officer: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is being changed at this moment is left to the look that follows; what is looked at is changed afterwards."""
    games = scene.programme(officer)
    lunch = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    scene.put(scene.roster(games, published=True), lunch, scene.officer(games, "Sari", "ja"))
    note_duties([lunch])
    with CaptureQueriesContext(connection) as asking:
        look_again(games)
    first = [
        each["sql"] for each in asking if "FOR " in each["sql"] or "deployment_assignment" in each["sql"]
    ]
    assert ["FOR NO KEY UPDATE SKIP LOCKED" in sql and "programmes_duty" in sql for sql in first[:2]] == [
        False,
        True,
    ]
    note_duties([lunch])
    monkeypatch.setattr(QuerySet, "select_for_update", _of_others)
    look_again(games)
    assert set(Proposal.objects.values_list("state", flat=True)) == {"over", "new"}


def test_look_is_asked_for_once_the_change_is_there_to_be_seen(
    officer: Actor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """A look that waits may begin before the transaction that relies on it ends."""
    games = scene.programme(officer)
    lunch = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    scene.put(scene.roster(games, published=True), lunch, scene.officer(games, "Sari", "ja"))
    asked = ProcrastinateJob.objects.filter(task_name="deployment.look_again")
    with django_capture_on_commit_callbacks(execute=True):
        change_duty(officer, lunch, version=1, language="fa")
        assert not asked.exists()
    assert asked.count() == 1


def _of_others(self: QuerySet[Model], *, skip_locked: bool = False, **_how: object) -> QuerySet[Model]:
    """As if somebody else had locked all rows."""
    return self.none() if skip_locked else self.all()
