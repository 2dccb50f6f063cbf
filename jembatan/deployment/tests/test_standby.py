"""Who waits to step in: named by day, left free by the solver, seen on the board."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.solving import start_solving, work
from jembatan.deployment.actions.standby import end_standby, name_standby
from jembatan.deployment.importer.standby import read_standby
from jembatan.deployment.models import ACTIVE, Assignment, Standby
from jembatan.deployment.queries.standby import could_wait, waiting_on
from jembatan.deployment.tests import scene
from jembatan.journal.models import Entry
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import import_now
from jembatan.platform.imports.models import Batch, QuarantinedItem
from jembatan.platform.imports.reasons import told
from jembatan.programmes.models import Absence, Officer

type ClientOf = Callable[[Actor], Client]


def test_standby_is_named_on_a_page_and_left_free_by_the_solver(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    client, address = client_of(officer), f"/programmes/{games.pk}/standby/"
    assert client.post(address, {"officer": "Sari", "days": "4-5"}).status_code == 302
    assert [row.day.day for row in Standby.objects.order_by("day")] == [4, 5]
    assert Entry.objects.filter(kind="roster.standby").count() == 1
    assert 'aria-label="Sari waits no more on 4 May 2099"' in client.get(address).content.decode()
    plan = scene.roster(games)
    assert [one.full_name for one in could_wait(games, plan, scene.FIRST, language="ja")[0]] == ["Tono"]
    work(start_solving(officer, plan, seconds=1))
    assert Assignment.objects.get(roster=plan, state__in=ACTIVE).officer == tono
    board = client.get(f"/programmes/{games.pk}/board/?day={scene.FIRST}&draft=yes").content.decode()
    assert "On standby" in board
    assert "Sari" in board
    assert could_wait(games, plan, scene.FIRST)[1] == 0
    with pytest.raises(Refused, match="Tono has “Lunch” on"):
        name_standby(officer, games, tono, [meal.day])
    client.post(f"{address}end/", {"officer": sari.pk, "days": "4"})
    assert [row.day.day for row in Standby.objects.all()] == [5]


def test_who_waits_always_or_cannot_come(officer: Actor, drafter: Actor) -> None:
    games = scene.programme(officer)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    Officer.objects.filter(pk=tono.pk).update(status="standby", days=[scene.FIRST])
    later = scene.FIRST + timedelta(days=1)
    name_standby(officer, games, sari, [scene.FIRST, later])
    assert [one.full_name for one in waiting_on(games, scene.FIRST)] == ["Sari", "Tono"]
    assert [one.full_name for one in waiting_on(games, later)] == ["Sari"]
    ill = Absence.objects.create(
        desk=games.desk, officer=sari, during=(scene.at(1, 9), scene.at(2, 0)), reason="ill"
    )
    assert not waiting_on(games, later).exists()
    ill.delete()
    tono.refresh_from_db()
    with pytest.raises(Refused, match="Tono cannot work on"):
        name_standby(officer, games, tono, [later])
    away = Absence.objects.create(
        desk=games.desk, officer=sari, during=(scene.at(2, 9), scene.at(2, 12)), reason="ill"
    )
    with pytest.raises(Refused, match="Sari cannot work on"):
        name_standby(officer, games, sari, [later + timedelta(days=1)])
    away.delete()
    assert name_standby(officer, games, sari, [later]) == []
    assert end_standby(officer, games, sari, [later]) == [later]
    with pytest.raises(PermissionDenied):
        name_standby(drafter, games, sari, [later])


def test_days_on_standby_come_with_the_table_of_officers_and_go_with_it(
    officer: Actor, tmp_path: Path
) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 1, 11, 13, officers=2)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    plan = scene.roster(games, published=True)
    scene.put(plan, meal, tono)

    def bring(rows: str) -> Batch:
        path = tmp_path / "officers.csv"
        path.write_text(f"No,Nama,Hari,Hari siaga\n{rows}")
        return import_now(officer, [path], kind="officers", options={"programme": games.pk}).batch

    def waiting() -> dict[str, list[int]]:
        rows = Standby.objects.order_by("officer", "day")
        return {
            str(each.officer): [row.day.day for row in rows if row.officer == each.officer] for each in rows
        }

    first = bring("1,Sari,,4-5\n2,Tono,,5\n3,Wati,4,6\n4,Agus,,4; someday\n5,Budi,4-6,semua\n")
    assert waiting() == {"Sari": [4, 5], "Budi": [4, 5, 6]}
    assert [told(item.reason) for item in QuarantinedItem.objects.order_by("position")] == [
        "Tono has “Lunch” on 2099-05-05. Give that to somebody else first, or choose other days.",
        "Wati cannot work on 2099-05-06. Choose other days, or another officer.",
        "“someday” names no day of the programme. Write days such as 18-22, 25 or 2099-05-04.",
    ]
    name_standby(officer, games, sari, [scene.FIRST + timedelta(days=2)])
    assert bring("1,Sari,,4-5\n").updated == 0
    end_standby(officer, games, sari, [scene.FIRST + timedelta(days=1)])
    scene.put(plan, meal, sari, seat=2)
    for row in ("1,Sari,4; 6,4-5\n", "1,Sari,4-6,4-5\n"):
        again = bring(row)
        assert (again.updated, waiting()["Sari"]) == (1, [4, 6])
        assert "On 2099-05-05 somebody has taken them off standby" in told(again.problems[0][1])
    Assignment.objects.filter(officer=sari).delete()
    name_standby(officer, games, sari, [scene.FIRST + timedelta(days=1)])
    second = bring("1,Sari,,5\n")
    assert waiting()["Sari"] == [5, 6]
    roll_back(officer, second)
    assert waiting()["Sari"] == [4, 5, 6]
    end_standby(officer, games, sari, [scene.FIRST + timedelta(days=2)])
    roll_back(officer, first)
    assert waiting() == {}
    assert {each.full_name for each in games.officers.all()} == {"Sari", "Tono"}


def test_cell_of_many_days_is_read_as_fast_as_one_of_one(
    officer: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    games = scene.programme(officer)
    sari = scene.officer(games, "Sari", "ja")
    for cell in ("4", "4-6"):
        with django_assert_num_queries(4):
            list(read_standby(cell, sari))
