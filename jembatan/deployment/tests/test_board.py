"""The board and its pages: what stands on them, and what they cost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import ACTIVE, Assignment, Roster
from jembatan.deployment.queries.board import day_board
from jembatan.deployment.queries.on_duty import on_duty
from jembatan.deployment.queries.seat import seat_view
from jembatan.deployment.tests import scene

ClientOf = Callable[[Actor], Client]


def test_board_shows_open_seats_with_a_word_and_names_the_others(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    meal = scene.duty(akitsu, "Lunch", 0, 11, 13, officers=2)
    plan = scene.roster(games)
    scene.put(plan, meal, scene.officer(games, "Sari", "ja"))
    page = client_of(officer).get(f"/programmes/{games.pk}/board/?day=2099-05-04").content.decode()
    assert "1 of 2 seats is open" in page
    assert f'id="seat-{meal.pk}-2"' in page
    assert "11:00–13:00" in page
    assert 'data-name="Sari"' in page
    assert "Lunch · Japanese" in page
    week = client_of(officer).get(f"/programmes/{games.pk}/board/?zoom=week").content.decode()
    assert "1 open" in week
    by_officers = f"/programmes/{games.pk}/board/?by=officers&day=2099-05-04"
    people = client_of(officer).get(by_officers).content.decode()
    assert "Japanese C1" in people
    assert '<option value="ja">Japanese</option>' in people
    kawi = scene.officer(games, "Kawi", "fil")
    scene.put(plan, meal, kawi, seat=2)
    shown = {code: client_of(officer).get(f"{by_officers}&language={code}") for code in ("fi", "fil")}
    assert {code: "Kawi" in page.content.decode() for code, page in shown.items()} == {
        "fi": False,
        "fil": True,
    }


def test_board_of_today_opens_at_the_hour_before_now(officer: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    for start in (1, 20):
        scene.duty(akitsu, f"Duty {start}", 0, start, start + 2)
    plan = scene.roster(games)
    opened = {}
    for hour in (0.5, 9.5, 18.5, 30):
        monkeypatch.setattr("django.utils.timezone.now", lambda hour=hour: scene.at(0, hour))
        board = day_board(plan, games.first_day)
        opened[hour] = board.hours[board.opens_at][1]
    assert opened == {0.5: "07", 9.5: "08", 18.5: "17", 30: "07"}


def test_page_of_a_programme_shows_times_on_its_clocks_and_no_other_page_does(
    officer: Actor, client_of: ClientOf
) -> None:
    games, before = scene.programme(officer), timezone.get_current_timezone_name()
    games.zone = "Asia/Tokyo"
    games.save()
    scene.roster(games, published=True)
    assert "JST (UTC+9)" in client_of(officer).get(f"/programmes/{games.pk}/rosters/").content.decode()
    assert timezone.get_current_timezone_name() == before


def test_who_is_on_duty_are_those_with_something_left_and_those_still_at_a_night(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    games = scene.programme(officer)
    akitsu, plan = scene.delegation(games, "Akitsu"), scene.roster(games, published=True)
    for name, day, start, end in (("Night", 0, 22, 30), ("Early", 1, 1, 3), ("Late", 1, 20, 22)):
        scene.put(plan, scene.duty(akitsu, name, day, start, end), scene.officer(games, name, "ja"))
    found = {}
    for hour in (26, 29, 32):
        monkeypatch.setattr("django.utils.timezone.now", lambda hour=hour: scene.at(0, hour))
        people, count = on_duty(plan, scene.FIRST + timedelta(days=1))
        found[hour] = [each.officer.full_name for each in people]
        assert count == len(people)
    assert found == {26: ["Early", "Late", "Night"], 29: ["Late", "Night"], 32: ["Late"]}


def test_seat_says_why_who_else_and_why_not(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    meal = scene.duty(akitsu, "Lunch", 0, 11, 13)
    plan = scene.roster(games)
    scene.officer(games, "Sari", "ja")
    scene.officer(games, "Tono", "en")
    address = f"/rosters/{plan.pk}/duties/{meal.pk}/seats/1/"
    page = client_of(officer).get(f"{address}?about=Tono").content.decode()
    assert "Put Sari here" in page
    assert "The duty asks for Japanese; Tono speaks: English." in page
    assert "Put here anyway" in page
    part = client_of(officer).get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "One rule alone is in the way" in part


def test_change_by_form_is_refused_overridden_and_undone(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    plan = scene.roster(games)
    tono, client = scene.officer(games, "Tono", "en"), client_of(officer)
    seat = {f"seat-{meal.pk}-1": str(tono.pk)}
    refused = client.post(f"/rosters/{plan.pk}/changes/", seat)
    assert refused.status_code == 422
    assert "Set the rule aside" in refused.content.decode()
    done = client.post(f"/rosters/{plan.pk}/changes/", {**seat, "reason": "He learns"}, follow=True)
    assert "1 seat changed." in done.content.decode()
    assert Assignment.objects.get(roster=plan).officer == tono
    client.post(f"/rosters/{plan.pk}/changes/", {f"seat-{meal.pk}-1": ""})
    assert not Assignment.objects.filter(roster=plan, state__in=ACTIVE).exists()


def test_open_seats_say_who_could_or_what_is_in_the_way(
    officer: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    late, early = scene.duty(akitsu, "Farewell", 0, 20, 23), scene.duty(akitsu, "Departure", 1, 6, 8)
    scene.duty(akitsu, "Tea", 1, 15, 16, language="")
    sari, plan = scene.officer(games, "Sari", "ja"), scene.roster(games)
    scene.put(plan, late, sari)
    client = client_of(officer)
    with django_assert_max_num_queries(32):
        page = client.get(f"/rosters/{plan.pk}/open/").content.decode()
    assert "2 duties are not full" in page
    assert "1 officer could take it: Sari" in page
    assert "Start the duty 4 h later." in page
    early.level = 3
    early.save()
    page = client.get(f"/rosters/{plan.pk}/duties/{early.pk}/seats/1/").content.decode()
    assert "Who is nearest, with all that is in the way" in page  # The rest, and the experience.
    assert "Start the duty 4 h later." in page
    early.level = 0
    early.save()
    client.post(f"/rosters/{plan.pk}/changes/", {f"seat-{late.pk}-1": "", f"seat-{early.pk}-1": sari.pk})
    tono = scene.officer(games, "Tono", "ja", "en")
    seat = seat_view(plan, early, 1, about="Tono")
    assert seat.sitting is not None
    assert seat.sitting.beside == "Before Tono: speaks fewer other languages, which are scarce elsewhere."
    assert seat.others[0].officer == seat.asked_about[0].officer == tono.pk
    assert seat.others[0].beside.startswith("Behind Sari, who speaks fewer")


@pytest.mark.parametrize("more", [0, 4])
def test_board_asks_as_often_for_many_as_for_few(
    officer: Actor, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    games = scene.programme(officer)
    plan = scene.roster(games)
    for number in range(1 + more):
        meal = scene.duty(scene.delegation(games, f"D{number}"), "Lunch", 0, 11, 13)
        scene.put(plan, meal, scene.officer(games, f"O{number}", "ja"))
    client = client_of(officer)
    for query, count in (("", 11), ("&by=officers", 13), ("&zoom=week", 10)):
        address = f"/programmes/{games.pk}/board/?day=2099-05-04{query}"
        client.get(address)
        with django_assert_num_queries(count):
            client.get(address)


def test_roster_is_made_published_and_replaced(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    client = client_of(officer)
    client.post(f"/programmes/{games.pk}/rosters/", {"by_hand": "yes", "seconds": "60"})
    first = Roster.objects.get()
    client.post(f"/rosters/{first.pk}/publication/")
    client.post(f"/programmes/{games.pk}/rosters/", {"by_hand": "yes"})
    second = Roster.objects.get(version=2)
    client.post(f"/rosters/{second.pk}/publication/")
    assert list(Roster.objects.order_by("version").values_list("state", flat=True)) == [
        "replaced",
        "published",
    ]
    assert client_of(reader).post(f"/rosters/{second.pk}/check/").status_code == 403
    page = client_of(reader).get(f"/rosters/{second.pk}/").content.decode()
    assert "checked: no rule is broken" in page
