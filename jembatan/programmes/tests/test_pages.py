"""The pages of delegations, duties, officers and places: what each role sees, and what happens when a form is sent."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.platform.events import listen
from jembatan.programmes.actions.delegations import add_delegation
from jembatan.programmes.actions.duties import change_duty, keep_template
from jembatan.programmes.actions.duty_runs import do_run, try_templates, undo_run
from jembatan.programmes.actions.members import add_note, name_reader
from jembatan.programmes.actions.movements import change_movement, plan_movement
from jembatan.programmes.actions.officers import add_officer
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.events import DutiesChanged
from jembatan.programmes.models import Delegation, Duty, ItineraryItem, Movement, Officer, Programme, Travel
from jembatan.programmes.queries.wanted import wanted_duties
from jembatan.programmes.tests.scene import games

ClientOf = Callable[[Actor], Client]
LANDS = datetime(2027, 8, 18, 7, 30, tzinfo=UTC)
QUERIES = {"delegations": 6, "officers": 10, "duties": 9, "itinerary": 7, "day": 9, "delegation": 12}
"""Of a page, with whoever is signed in."""
ZONES = {"starts_zone": "Asia/Tokyo", "ends_zone": "Asia/Jakarta"}


@pytest.fixture
def akitsu(officer: Actor) -> Delegation:
    return add_delegation(officer, games(officer), "Akitsu", languages=["ja"], size=60)


def _flight(officer: Actor, delegation: Delegation) -> Movement:
    times = {"starts_at": LANDS - timedelta(hours=7), "ends_at": LANDS}
    return plan_movement(
        officer, delegation, kind="arrival", mode="flight", number="GA 885", **times, **ZONES
    )


def test_moved_flight_says_what_was_and_moves_its_duty(
    officer: Actor, akitsu: Delegation, client_of: ClientOf
) -> None:
    flight = _flight(officer, akitsu)
    keep_template(officer, akitsu.programme, name="Meet", source="arrival", before=90, after=60, officers=2)
    run = do_run(officer, try_templates(officer, akitsu.programme))
    duty = Duty.objects.get()
    assert (run.made, duty.language, duty.officers, duty.starts_at) == (
        1,
        "ja",
        2,
        LANDS - timedelta(minutes=90),
    )
    client = client_of(officer)
    page = client.get(f"/programmes/movements/{flight.pk}/")
    sent: dict[str, Any] = {**page.context["form"].initial, "ends_at": "2027-08-18 15:10"}
    client.post(f"/programmes/movements/{flight.pk}/", sent)
    duty.refresh_from_db()
    assert duty.starts_at == LANDS + timedelta(minutes=40 - 90)
    html = client.get(f"/programmes/delegations/{akitsu.pk}/").content.decode()
    assert "arrives: was 14:30, now 15:10" in html
    assert try_templates(officer, akitsu.programme).changed == 0
    client.post(f"/programmes/movements/{flight.pk}/cancellation/")
    duty.refresh_from_db()
    assert duty.cancelled


def test_second_number_of_a_guest_or_driver_stays_typed(
    officer: Actor, akitsu: Delegation, client_of: ClientOf
) -> None:
    both = "0812 3456 7001 / 0813 1111 2222"
    client, address = client_of(officer), f"/programmes/delegations/{akitsu.pk}"
    for page, sent in (
        ("members", {"full_name": "Hanako", "phone": both}),
        ("movements/new", {"driver_phone": both}),
    ):
        response = client.post(f"{address}/{page}/", sent)
        assert (response.status_code, both in response.content.decode()) == (422, True)
        assert "There is room for one number here" in response.content.decode()


def test_flight_that_arrives_before_it_departs_stays_typed(
    officer: Actor, akitsu: Delegation, client_of: ClientOf
) -> None:
    sent = {
        "kind": "arrival",
        "mode": "flight",
        "number": "LH 778",
        "far_end": "Frankfurt",
        "starts_at": "18 August 2027 21.55",
        "starts_zone": "Europe/Berlin",
        "ends_at": "18/08/2027 17.25",
        "ends_zone": "Asia/Jakarta",
    }
    response = client_of(officer).post(f"/programmes/delegations/{akitsu.pk}/movements/new/", sent)
    html = response.content.decode()
    assert response.status_code == 422
    assert "before it departs from Frankfurt on 18 Aug 2027, 21:55 CEST (UTC+2)" in html
    assert "18 August 2027 21.55" in html
    assert not Movement.objects.exists()


def test_runs_are_tried_done_and_taken_back(officer: Actor, akitsu: Delegation) -> None:
    flight = _flight(officer, akitsu)
    programme = akitsu.programme
    keep_template(officer, programme, name="Meet", source="arrival", before=60, after=60)
    keep_template(officer, programme, name="Desk", source="day")
    tried = try_templates(officer, programme)
    assert (tried.made, Duty.objects.count()) == (1 + 16, 0)
    done = do_run(officer, tried)
    with pytest.raises(Refused, match="done already"):
        do_run(officer, done)
    again = try_templates(officer, programme)
    assert (again.made, again.changed, again.cancelled, again.kept) == (0, 0, 0, 0)
    by_hand = Duty.objects.get(movement=flight)
    change_duty(officer, by_hand, version=1, officers=3)
    change_movement(officer, flight, version=1, number="GA 887")
    keep_template(officer, programme, template=programme.duty_templates.get(name="Desk"), daily_end=800)
    third = try_templates(officer, programme)
    assert (third.made, third.changed, third.kept) == (0, 16, 1)
    keep_template(officer, programme, template=programme.duty_templates.get(name="Desk"), daily_end=900)
    with pytest.raises(Refused, match="have changed since"):
        do_run(officer, third)
    heard: list[DutiesChanged] = []
    listen(DutiesChanged, heard.append)
    Duty.objects.filter(template__name="Desk").update(level=2)
    changed = do_run(officer, try_templates(officer, programme))
    [line] = Entry.objects.filter(summary="Duties by templates: 0 made, 16 changed, 0 cancelled")
    assert line.detail.startswith(
        "Desk, Akitsu, 18 Aug 2027 · ends: was 18 Aug 2027, 12:00, now 18 Aug 2027, 15:00; experience: was experienced, now novice (changed)\n"
    )
    assert undo_run(officer, changed) == 0
    assert [len(each.duties) for each in heard] == [16, 16]
    assert undo_run(officer, done) == 1 + 16, "those that changed since stay"
    assert Duty.objects.get(movement=flight).officers == 3


def test_shifts_that_follow_each_other_are_there_together(officer: Actor, akitsu: Delegation) -> None:
    programme = akitsu.programme
    for name, begins, ends in (("Day", 360, 1320), ("Night", 1320, 1800), ("Walk", 1200, 1260)):
        keep_template(officer, programme, name=name, source="day", daily_start=begins, daily_end=ends)
    programme.handover = 15
    made = {(each.title, each.day.day): each for each in wanted_duties(programme)}
    begun = {key: each.starts_at for key, each in made.items()}
    over = timedelta(minutes=15)
    assert made["Day", 18].ends_at == begun["Night", 18] + over
    assert made["Night", 18].ends_at == begun["Day", 19] + over
    assert made["Night", 2].ends_at - begun["Night", 2] == timedelta(
        hours=8
    )  # nobody follows on the last day
    assert made["Walk", 18].ends_at - begun["Walk", 18] == timedelta(hours=1)


def test_duties_that_nobody_can_do_are_told_before_they_are_made(
    officer: Actor, akitsu: Delegation, client_of: ClientOf
) -> None:
    programme, client = akitsu.programme, client_of(officer)
    plan_movement(
        officer,
        akitsu,
        kind="arrival",
        starts_at=LANDS - timedelta(hours=20),
        ends_at=LANDS - timedelta(hours=14),
        **ZONES,
    )  # 17.30 UTC of the day before: half past midnight of the first day.
    keep_template(officer, programme, name="Meet", source="arrival", before=60, after=60)
    keep_template(officer, programme, name="Night", source="day", daily_start=1320, daily_end=1820)
    page = client.get(client.post(f"/programmes/{programme.pk}/runs/").headers["Location"]).content.decode()
    assert page.count("begins outside the days of the programme") == 1
    assert page.count("longer than anybody may work on a day") == 16
    typed = {
        "title": "Watch",
        "starts_at": "2027-08-18 23:00",
        "ends_at": "2027-08-19 06:30",
        "officers": "1",
    }
    typed |= {"least_cefr": "B1", "level": "0", "priority": "2"}
    told = client.post(f"/programmes/{programme.pk}/duties/new/", typed, follow=True).content.decode()
    assert "goes on past 06.00 of the next morning" in told


def test_red_notes_are_for_the_head_and_those_named(
    head: Actor, officer: Actor, second_officer: Actor, reader: Actor, akitsu: Delegation, client_of: ClientOf
) -> None:
    add_note(officer, akitsu, "Needs insulin", kind="medical")
    add_note(officer, akitsu, "No pork", kind="diet")
    assert second_officer.user is not None
    name_reader(head, akitsu, second_officer.user.pk)
    address = f"/programmes/delegations/{akitsu.pk}/"
    for actor, sees in ((head, True), (officer, False), (second_officer, True), (reader, False)):
        html = client_of(actor).get(address).content.decode()
        assert ("insulin" in html) is sees
        assert "No pork" in html


def test_fields_are_edited_in_place_and_a_conflict_shows_both(
    officer: Actor, akitsu: Delegation, client_of: ClientOf
) -> None:
    client = client_of(officer)
    address = f"/programmes/delegations/{akitsu.pk}/fields/"
    client.post(f"{address}country/", {"value": "Jepang", "known": ""})
    client.post(f"{address}languages/", {"value": "Japanis, Inglish", "known": "Japanese"})
    akitsu.refresh_from_db()
    assert (akitsu.country, akitsu.languages) == ("JP", ["ja", "en"])
    late = client.post(f"{address}country/", {"value": "Korea", "known": ""})
    assert late.status_code == 409
    assert "Japan" in late.content.decode()
    wrong = client.post(f"{address}country/", {"value": "Atlantis", "known": "Japan"})
    assert (wrong.status_code, "Atlantis" in wrong.content.decode()) == (422, True)


def test_matrix_of_travel_times_is_saved_and_undone(
    officer: Actor, akitsu: Delegation, client_of: ClientOf
) -> None:
    client, programme = client_of(officer), akitsu.programme
    for name in ("Wisma 3", "Hall A"):
        client.post(f"/programmes/{programme.pk}/places/", {"name": name, "kind": "venue"})
    one, other = programme.places.order_by("pk")
    client.post(f"/programmes/{programme.pk}/travel/", {f"{one.pk}-{other.pk}": "35"})
    assert Travel.objects.get().minutes == 35
    wrong = client.post(f"/programmes/{programme.pk}/travel/", {f"{one.pk}-{other.pk}": "soon"})
    assert (wrong.status_code, "soon" in wrong.content.decode()) == (422, True)
    client.post(f"/programmes/{programme.pk}/travel/", {f"{one.pk}-{other.pk}": ""})
    assert not Travel.objects.exists()


def test_officer_with_a_number_that_is_taken_is_told_whose_it_is(
    officer: Actor, akitsu: Delegation, client_of: ClientOf
) -> None:
    client, programme = client_of(officer), akitsu.programme
    sent = {"full_name": "Sari Dewi", "languages": "Japanis B2", "employment": "full", "level": "1"}
    sent |= {"status": "active", "phone": "0812 3456 7001", "days": "18-20"}
    client.post(f"/programmes/{programme.pk}/officers/new/", sent)
    sari = Officer.objects.get()
    assert (sari.phone, sari.languages.get().language, len(sari.days)) == ("+6281234567001", "ja", 3)
    twice = client.post(f"/programmes/{programme.pk}/officers/new/", {**sent, "full_name": "Putri"})
    assert "Sari Dewi has the telephone number +6281234567001 already." in twice.content.decode()
    html = client.get(
        f"/programmes/{programme.pk}/officers/?language=ja&least=B2&day=2027-08-19"
    ).content.decode()
    assert "Sari Dewi" in html
    assert (
        "Sari Dewi"
        not in client.get(f"/programmes/{programme.pk}/officers/?least=C1&language=ja").content.decode()
    )


def test_day_of_a_programme_has_its_movements_and_items_and_no_others(
    officer: Actor, akitsu: Delegation, client_of: ClientOf
) -> None:
    programme = akitsu.programme
    borneo = add_delegation(officer, programme, "Borneo")
    _flight(officer, akitsu)
    for title, delegation, days in (
        ("Dinner", akitsu, 0),
        ("Tour", borneo, 0),
        ("Show", None, 0),
        ("Farewell", akitsu, 1),
    ):
        times = {"starts_at": LANDS + timedelta(days=days), "ends_at": LANDS + timedelta(days=days, hours=1)}
        ItineraryItem.objects.create(
            desk=officer.desk, programme=programme, delegation=delegation, title=title, **times
        )
    shown = {}
    for query in (
        "day=2027-08-18",
        f"day=2027-08-18&delegation={borneo.pk}",
        "day=2027-08-19",
        "day=all",
        "day=x",
        "day=9999-12-31",
        "day=0001-01-01",
    ):
        page = client_of(officer).get(f"/programmes/{programme.pk}/itinerary/?{query}").content.decode()
        words = ("arrival GA 885", "Dinner", "Tour", "Show", "Farewell")
        shown[query] = [word for word in words if f">{word}<" in page]
    assert list(shown.values()) == [
        ["arrival GA 885", "Dinner", "Tour", "Show"],
        ["Tour", "Show"],
        ["Farewell"],
        ["Dinner", "Tour", "Show", "Farewell"],
        ["Dinner", "Tour", "Show", "Farewell"],
        ["Dinner", "Tour", "Show", "Farewell"],
        [],
    ]


@pytest.mark.parametrize("number", [1, 150])
def test_lists_ask_as_much_of_the_database_for_many_as_for_one(
    number: int,
    officer: Actor,
    akitsu: Delegation,
    client_of: ClientOf,
) -> None:
    programme, client = akitsu.programme, client_of(officer)
    _fill(officer, programme, akitsu, number)
    asked = {}
    for name in ("delegations", "officers", "duties", "itinerary"):
        asked[name], html = _asked(client, f"/programmes/{programme.pk}/{name}/")
        assert ("after=" in html) is (number > 100 and name != "delegations")
    asked["day"], html = _asked(client, f"/programmes/{programme.pk}/itinerary/?day=2027-08-18")
    assert html.count("arrival GA 885") == min(number, 3)
    asked["delegation"], _html = _asked(client, f"/programmes/delegations/{akitsu.pk}/")
    assert asked == QUERIES


def _asked(client: Client, address: str) -> tuple[int, str]:
    """How many queries the second visit takes, and the page."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        html = client.get(address).content.decode()
    return len(queries), html


def _fill(officer: Actor, programme: Programme, akitsu: Delegation, number: int) -> None:
    for at in range(min(number, 3)):
        add_officer(officer, programme, full_name=f"LO {at}", languages={"ja": ("B2", "")})
        _flight(officer, akitsu)
    desk = officer.desk
    Officer.objects.bulk_create(
        Officer(desk=desk, programme=programme, number=at + 10, full_name=f"LO {at}") for at in range(number)
    )
    common: dict[str, Any] = {"desk": desk, "programme": programme, "delegation": akitsu}
    times = {"starts_at": LANDS, "ends_at": LANDS + timedelta(hours=1)}
    Duty.objects.bulk_create(
        Duty(title=f"D {at}", day=date(2027, 8, 18), **times, **common) for at in range(number)
    )
    ItineraryItem.objects.bulk_create(
        ItineraryItem(title=f"I {at}", **times, **common) for at in range(number)
    )
