"""Who sits where, changed by hand: judged, noted, undone."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.deployment.actions.refusals import AgainstTheRules, Refused
from jembatan.deployment.actions.rosters import check_roster
from jembatan.deployment.actions.seats import Seat, change_seats, hold_fast
from jembatan.deployment.models import ACTIVE, Assignment, Override
from jembatan.deployment.queries.instance import instance_of
from jembatan.deployment.queries.seat import seat_view
from jembatan.deployment.tests import scene
from jembatan.journal.models import Entry
from jembatan.programmes.actions.duties import change_duty
from jembatan.programmes.actions.movements import plan_movement
from jembatan.programmes.actions.officers import pair
from jembatan.programmes.actions.programmes import Days, open_programme
from jembatan.programmes.actions.refusals import Refused as NotReleased
from jembatan.programmes.actions.taking_on import release
from jembatan.programmes.models import ConflictOfInterest, Duty, Officer


def seated(duty: Duty) -> list[str]:
    """Who sits on the duty."""
    rows = Assignment.objects.filter(duty=duty, state__in=ACTIVE).order_by("seat")
    return list(rows.values_list("officer__full_name", flat=True))


def test_refusal_names_its_rule_and_its_cure_in_both_languages(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    late, early = scene.duty(akitsu, "Farewell", 0, 20, 23), scene.duty(akitsu, "Departure", 1, 6, 8)
    sari, plan = scene.officer(games, "Sari", "ja"), scene.roster(games)
    scene.put(plan, late, sari)
    with pytest.raises(AgainstTheRules) as refused:
        change_seats(officer, plan, {Seat(early.pk, 1): sari.pk})
    (told,) = refused.value.told
    assert told.rule == "rest"
    assert told.sentence.startswith("Sari would rest 7 h before or after “Farewell")
    assert told.cures[0] == "Start the duty 4 h later."
    with translation.override("id"), pytest.raises(AgainstTheRules) as refused:
        change_seats(officer, plan, {Seat(early.pk, 1): sari.pk})
    assert refused.value.told[0].sentence.startswith("Sari hanya akan beristirahat 7 j")


def test_whoever_stands_in_a_roster_is_not_taken_away_with_a_decision(officer: Actor) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 12)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    scene.put(scene.roster(games), meal, sari)
    with pytest.raises(NotReleased, match="stand in a roster already"):
        release(officer, games, [sari, tono])
    assert seated(meal) == ["Sari"]
    release(officer, games, [tono])
    assert list(games.officers.all()) == [sari]


def test_override_is_logged_with_its_reason(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    meal = scene.duty(akitsu, "Lunch", 0, 11, 12)
    sari, plan = scene.officer(games, "Sari", "en"), scene.roster(games)
    ConflictOfInterest.objects.create(desk=games.desk, officer=sari, delegation=akitsu)
    change_seats(officer, plan, {Seat(meal.pk, 1): sari.pk}, reason="Nobody else is in the house")
    noted = Override.objects.filter(officer=sari).order_by("rule").values_list("rule", "reason", "made_by")
    assert list(noted) == [
        (rule, "Nobody else is in the house", officer.user and officer.user.pk)
        for rule in ("conflict", "language")
    ]
    assert Entry.objects.filter(kind="roster.overridden", detail__contains="Nobody else").count() == 1


def test_one_rule_that_is_set_aside_twice_is_logged_with_both_sentences(officer: Actor) -> None:
    games = scene.programme(officer)
    games.max_work = games.max_spread = 720
    games.save()
    akitsu, sari = scene.delegation(games, "Akitsu"), scene.officer(games, "Sari", "ja")
    late, long, early = (
        scene.duty(akitsu, title, day, *hours)
        for title, day, hours in (("Farewell", 0, (20, 23)), ("Talks", 1, (8, 19)), ("Airport", 2, (4, 6)))
    )
    plan = scene.roster(games)
    scene.put(plan, late, sari)
    scene.put(plan, early, sari)
    change_seats(officer, plan, {Seat(long.pk, 1): sari.pk}, reason="She insists")
    told = [each.told for each in Override.objects.order_by("pk")]
    assert ["Farewell" in told[0], "Airport" in told[1], len(told)] == [True, True, 2]


def test_two_places_at_once_are_never_overridden(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    first, second = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.duty(akitsu, "Press", 0, 12, 14)
    sari, plan = scene.officer(games, "Sari", "ja"), scene.roster(games)
    scene.put(plan, first, sari)
    with pytest.raises(AgainstTheRules) as refused:
        change_seats(officer, plan, {Seat(second.pk, 1): sari.pk}, reason="Because")
    assert refused.value.for_good


def test_exchange_is_one_step_and_its_inverse_undoes_it(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    one, two = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.duty(akitsu, "Press", 0, 12, 14)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    plan = scene.roster(games, published=True)
    scene.put(plan, one, sari)
    scene.put(plan, two, tono)
    inverse = change_seats(officer, plan, {Seat(one.pk, 1): tono.pk, Seat(two.pk, 1): sari.pk})
    assert (seated(one), seated(two)) == (["Tono"], ["Sari"])
    change_seats(officer, plan, inverse)
    assert (seated(one), seated(two)) == (["Sari"], ["Tono"])
    assert Assignment.objects.filter(state="taken_over").count() == 4
    assert Entry.objects.filter(kind="roster.changed").count() == 2


def test_who_always_works_together_is_kept_together(officer: Actor) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 12, officers=2)
    sari, tono, ratna = (scene.officer(games, name, "ja") for name in ("Sari", "Tono", "Ratna"))
    pair(officer, sari, tono, together=True)
    plan = scene.roster(games)
    change_seats(officer, plan, {Seat(meal.pk, 1): sari.pk})
    assert check_roster(officer, plan).verdict["violations"][0].startswith("Always together: Sari: Lunch")
    with pytest.raises(AgainstTheRules, match="kept for Tono") as refused:
        change_seats(officer, plan, {Seat(meal.pk, 2): ratna.pk})
    assert refused.value.told[0].rule == "together"
    assert [why.name for why in seat_view(plan, meal, 2).others] == ["Tono"]
    sari.status = Officer.Status.ENDED
    sari.save()
    change_seats(officer, plan, {Seat(meal.pk, 1): None, Seat(meal.pk, 2): ratna.pk})
    assert check_roster(officer, plan).verdict["broken"] == 0


def test_what_is_past_held_fast_or_replaced_stays(officer: Actor, drafter: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    meal, old = scene.duty(akitsu, "Lunch", 0, 11, 12), scene.duty(akitsu, "Trial", -40000, 8, 9)
    sari, tono = scene.officer(games, "Sari", "ja"), scene.officer(games, "Tono", "ja")
    plan = scene.roster(games)
    scene.put(plan, meal, sari)
    hold_fast(officer, plan, Seat(meal.pk, 1), fast=True)
    with pytest.raises(Refused, match="Sari is held fast"):
        change_seats(officer, plan, {Seat(meal.pk, 1): tono.pk})
    with pytest.raises(Refused, match="“Trial” is over"):
        change_seats(officer, plan, {Seat(old.pk, 1): tono.pk})
    with pytest.raises(Refused, match="no more"):
        change_seats(officer, plan, {Seat(meal.pk, 2): tono.pk})
    with pytest.raises(PermissionDenied):
        change_seats(drafter, plan, {Seat(meal.pk, 1): None})


def test_journal_speaks_the_desks_language_whoever_acts(officer: Actor) -> None:
    Desk.objects.filter(pk=officer.desk.pk).update(language="id")
    officer.desk.refresh_from_db()
    games = scene.programme(officer)
    akitsu, plan = scene.delegation(games, "Akitsu"), scene.roster(games, published=True)
    lunch, sari = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.officer(games, "Sari", "en")
    ends = {"ends_at": scene.at(0, 8), "starts_zone": "Asia/Tokyo", "ends_zone": "Asia/Jakarta"}
    plan_movement(officer, akitsu, kind="arrival", starts_at=scene.at(0, 1), **ends)
    change_duty(officer, lunch, version=1, note="By the lake")
    change_seats(officer, plan, {Seat(lunch.pk, 1): sari.pk}, reason="He learns")
    entries = {entry.kind: entry for entry in Entry.objects.filter(dossier=games.dossier)}
    assert {kind: entry.summary for kind, entry in entries.items()} == {
        "dossier.opened": "Membuka berkas Games.",
        "programme.opened": "Program dibuka: Games",
        "programme.movement": "Akitsu: kedatangan direncanakan pada 4 Mei 2099, 08.00 WIB (UTC+7)",
        "programme.duties": "Tugas diubah: Lunch",
        "roster.overridden": "Aturan dikesampingkan dalam Games: Bahasa",
        "roster.changed": "1 penugasan Games berubah",
    }
    assert entries["roster.changed"].detail == "Lunch: tidak ada → Sari"
    assert Override.objects.get().told == "Tugas ini meminta bahasa Jepang; Sari menguasai: Inggris."


def test_hours_are_those_on_the_wall_after_clocks_have_changed(officer: Actor) -> None:
    spring = Days(date(2099, 3, 27), date(2099, 3, 31), "Europe/Berlin")  # From the 29th on it is summer.
    games = open_programme(officer, "Spring", spring)
    body, sari, wati = (
        scene.delegation(games, "Akitsu"),
        *(scene.officer(games, n, "ja") for n in ("Sari", "Wati")),
    )
    games.officers.filter(pk=wati.pk).update(window_from=480, window_until=960)

    def duty(day: int, hour: float, hours: float) -> Duty:
        begins = datetime(2099, 3, day, tzinfo=ZoneInfo("Europe/Berlin")) + timedelta(hours=hour)
        times = {"day": begins.date(), "starts_at": begins, "ends_at": begins + timedelta(hours=hours)}
        return body.duties.create(desk=games.desk, programme=games, title=f"{hour}", language="ja", **times)

    night, morning, late = duty(30, 0.25, 2), duty(31, 8, 2), duty(31, 15.5, 1)
    plan = scene.roster(games)
    change_seats(officer, plan, {Seat(night.pk, 1): sari.pk, Seat(morning.pk, 1): wati.pk})
    assert check_roster(officer, plan).verdict["broken"] == 0
    with pytest.raises(AgainstTheRules) as refused:
        change_seats(officer, plan, {Seat(late.pk, 1): wati.pk})
    assert [told.rule for told in refused.value.told] == ["window"]


@pytest.mark.parametrize(("month", "sunday", "rested"), [(3, 29, 10), (10, 25, 8)])
def test_rest_in_the_night_in_which_clocks_change_is_the_time_that_passes(
    officer: Actor, month: int, sunday: int, rested: int
) -> None:
    """Eleven hours from 22:00 on: one clock hour more is asked in spring, one less in autumn."""
    berlin = ZoneInfo("Europe/Berlin")
    lasts = Days(date(2099, month, sunday - 2), date(2099, month, sunday + 2), "Europe/Berlin")
    games = open_programme(officer, "Clocks", lasts)
    body, sari = scene.delegation(games, "Akitsu"), scene.officer(games, "Sari", "ja")

    def duty(day: int, hour: int, minute: int = 0) -> Duty:
        begins = datetime(2099, month, day, hour, minute, tzinfo=berlin)
        times = {"day": begins.date(), "starts_at": begins, "ends_at": begins + timedelta(hours=1)}
        return body.duties.create(
            desk=games.desk, programme=games, title=f"{hour}:{minute}", language="ja", **times
        )

    evening, early, morning = duty(sunday - 1, 21), duty(sunday, rested - 1, 59), duty(sunday, rested)
    plan = scene.roster(games)
    change_seats(officer, plan, {Seat(evening.pk, 1): sari.pk})
    with pytest.raises(AgainstTheRules) as refused:
        change_seats(officer, plan, {Seat(early.pk, 1): sari.pk})
    assert [told.rule for told in refused.value.told] == ["rest"]
    assert "10 h 59 min" in refused.value.told[0].sentence
    change_seats(officer, plan, {Seat(morning.pk, 1): sari.pk})
    assert check_roster(officer, plan).verdict["broken"] == 0


def test_who_is_too_young_for_every_post_does_not_work(officer: Actor) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 12)
    sari, tono, plan = (
        scene.officer(games, "Sari", "ja"),
        scene.officer(games, "Tono", "ja"),
        scene.roster(games),
    )
    post = games.posts.create(desk=games.desk, name="Companion", least_age=17)
    games.officers.filter(pk=tono.pk).update(post=post)
    games.officers.filter(pk=sari.pk).update(born=date(2083, 1, 1))  # 16 when the programme begins.
    with pytest.raises(AgainstTheRules, match="younger than 17"):
        change_seats(officer, plan, {Seat(meal.pk, 1): sari.pk})
    change_seats(officer, plan, {Seat(meal.pk, 1): sari.pk}, reason="Her mother comes along")
    assert check_roster(officer, plan).verdict["violations"][0].startswith("Least age: Sari")


def test_wishes_decide_between_two_who_are_alike(officer: Actor) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 12)
    for name, wishes in (("Ani", ""), ("Sari", "akitsu, a quiet room"), ("Tono", "4 May; 6 May")):
        scene.officer(games, name, "ja")
        games.officers.filter(full_name=name).update(wishes=wishes)
    read = [(set(each.wishes.delegations), set(each.wishes.days_off)) for each in instance_of(games).officers]
    assert read == [(set(), set()), ({meal.delegation_id}, set()), (set(), {0, 2})]
    others = seat_view(scene.roster(games), meal, 1).others
    assert [why.name for why in others] == ["Sari", "Ani", "Tono"]
