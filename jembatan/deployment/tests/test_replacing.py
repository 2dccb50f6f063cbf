"""Somebody cannot come: others take over, everybody is told, offers go to the first who says yes."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE
from jembatan.correspondence.models import Draft
from jembatan.deployment.actions.broadcasts import Among, mail_to_receivers, send_broadcast
from jembatan.deployment.actions.offers import LinkOver, answer_offer, offer_seat, withdraw_offer
from jembatan.deployment.actions.seats import Seat, change_seats
from jembatan.deployment.actions.taking import TooLate, take_seat
from jembatan.deployment.models import (
    ACTIVE,
    Assignment,
    Broadcast,
    BroadcastReceiver,
    Handover,
    Offer,
    OfferedTo,
    Roster,
)
from jembatan.deployment.queries.links import ISSUE, broadcast_link, handover_link, offer_link
from jembatan.deployment.queries.words import RULES
from jembatan.deployment.tests import scene
from jembatan.journal.models import Entry
from jembatan.platform.links import LinkTo
from jembatan.programmes.actions.officers import pair
from jembatan.programmes.models import Absence, DelegationMember, Movement, Officer
from jembatan.rostering.rules.refusals import Rule

ClientOf = Callable[[Actor], Client]


def path(address: str) -> str:
    """Of an address."""
    return "/" + address.split("/", 3)[3]


def test_ill_officer_is_replaced_in_three_taps(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    DelegationMember.objects.create(
        desk=games.desk, delegation=akitsu, full_name="Ito Ken", head=True, phone="+8190123456"
    )
    meal, tour = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.duty(akitsu, "Tour", 0, 14, 16)
    sari = scene.officer(games, "Sari", "ja")
    scene.officer(games, "Tono", "ja", email="tono@officers.example", phone="+628123456789")
    plan = scene.roster(games, published=True)
    scene.put(plan, meal, sari)
    scene.put(plan, tour, sari)
    client = client_of(officer)
    first = client.get(f"/programmes/{games.pk}/on-duty/").content.decode()
    assert f"/officers/{sari.pk}/replacement/?reason=ill" in first
    second = client.get(f"/programmes/{games.pk}/officers/{sari.pk}/replacement/?reason=ill")
    chosen = {f"seat-{lost.key}": picked for lost, picked in second.context["seats"]}
    third = client.post(
        f"/programmes/{games.pk}/officers/{sari.pk}/replacement/",
        {**chosen, "lasts": "today", "reason": "ill"},
        follow=True,
    ).content.decode()
    taken = Assignment.objects.filter(roster=plan, state__in=ACTIVE).values_list(
        "officer__full_name", flat=True
    )
    assert list(taken) == ["Tono", "Tono"]
    assert Assignment.objects.filter(officer=sari, state="taken_over").count() == 2
    assert Absence.objects.get(officer=sari).during.upper == scene.at(1, 0)
    handover = Handover.objects.get(incoming__full_name="Tono")
    assert "11:00–13:00: Lunch, Village" in handover.text
    for told in ("Tono", "Ito Ken", "https://wa.me/8190123456"):
        assert told in third
    assert Client().get(path(handover_link(handover))).status_code == 200
    handover.refresh_from_db()
    assert handover.acknowledged_at is None
    for _twice in range(2):
        Client().post(path(handover_link(handover)))
    handover.refresh_from_db()
    assert handover.acknowledged_at is not None
    lines = Entry.objects.filter(source_kind="handover").order_by("pk").values_list("kind", flat=True)
    assert list(lines) == ["field.handed_over", "field.acknowledged"]


def test_driver_of_the_next_day_is_told(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    now = timezone.now()
    Movement.objects.create(
        desk=games.desk,
        delegation=akitsu,
        kind="transfer",
        starts_at=now + timedelta(hours=2),
        ends_at=now + timedelta(hours=3),
        starts_zone="Asia/Jakarta",
        ends_zone="Asia/Jakarta",
        driver="Pak Joko",
        driver_phone="+62811111111",
    )
    meal, sari = scene.duty(akitsu, "Lunch", 0, 11, 13), scene.officer(games, "Sari", "ja")
    tono, plan = scene.officer(games, "Tono", "ja"), scene.roster(games, published=True)
    scene.put(plan, meal, sari)
    page = client_of(officer).post(
        f"/programmes/{games.pk}/officers/{sari.pk}/replacement/", {f"seat-{meal.pk}-1": tono.pk}, follow=True
    )
    assert "Pak Joko" in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_at_once_one_has_the_seat(officer: Actor) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    people = [scene.officer(games, name, "ja") for name in ("Sari", "Tono")]
    plan = scene.roster(games, published=True)
    offer, _letters = offer_seat(
        officer,
        plan,
        Seat(meal.pk, 1),
        [each.pk for each in people],
        until=timezone.now() + timedelta(hours=1),
    )
    together, said = threading.Barrier(2), []

    def accept(row: OfferedTo) -> None:
        together.wait()
        try:
            said.append(answer_offer(LinkTo(row.pk, ISSUE, offer.until), accepted=True).answer)
        except TooLate:
            said.append("too late")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=accept, args=(row,)) for row in offer.asked.all()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["accepted", "too late"]
    assert Assignment.objects.get(duty=meal, state__in=ACTIVE).origin == "self"
    assert sorted(offer.asked.values_list("answer", flat=True)) == ["accepted", "too_late"]


def test_offer_that_is_withdrawn_or_taken_says_so(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    sari, plan = scene.officer(games, "Sari", "ja"), scene.roster(games, published=True)
    client_of(officer).post(
        f"/rosters/{plan.pk}/duties/{meal.pk}/seats/1/offer/", {"officer": sari.pk, "hours": "3"}
    )
    offer = Offer.objects.get()
    link = path(offer_link(offer.asked.get()))
    assert "can you take it?" in Client().get(link).content.decode()
    assert "can you take it?" in Client().get(link.replace("/offered/", "/duty/")).content.decode()
    withdraw_offer(officer, offer)
    assert Client().post(link, {"answer": "yes"}).status_code == 410
    with pytest.raises(LinkOver):
        answer_offer(LinkTo(offer.asked.get().pk, ISSUE, offer.until), accepted=True)
    assert not Assignment.objects.filter(duty=meal).exists()


def test_offer_that_is_withdrawn_in_the_moment_of_its_answer_moves_nobody(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    sari, plan = scene.officer(games, "Sari", "ja"), scene.roster(games, published=True)
    until = timezone.now() + timedelta(hours=1)
    offer, _letters = offer_seat(officer, plan, Seat(meal.pk, 1), [sari.pk], until=until)

    def take_later(who: Officer, roster: Roster, seat: Seat) -> None:
        withdraw_offer(officer, offer)
        take_seat(who, roster, seat)

    monkeypatch.setattr("jembatan.deployment.actions.offers.take_seat", take_later)
    with pytest.raises(LinkOver):
        answer_offer(LinkTo(offer.asked.get().pk, ISSUE, offer.until), accepted=True)
    assert not Assignment.objects.filter(duty=meal).exists()


def test_offer_of_a_seat_that_was_filled_since_moves_nobody(officer: Actor) -> None:
    games = scene.programme(officer)
    meal = scene.duty(scene.delegation(games, "Akitsu"), "Lunch", 0, 11, 13)
    sari, tono = (scene.officer(games, name, "ja") for name in ("Sari", "Tono"))
    plan, until = scene.roster(games, published=True), timezone.now() + timedelta(hours=1)
    offer, _letters = offer_seat(officer, plan, Seat(meal.pk, 1), [sari.pk], until=until)
    change_seats(officer, plan, {Seat(meal.pk, 1): tono.pk})
    link = offer_link(offer.asked.get())
    answer = Client().post(path(link), {"answer": "yes"}, headers={"accept-language": "en"})
    assert "Somebody else was faster" in answer.content.decode()
    assert offer.asked.get().answer == "too_late"
    assert scene.sitting(plan) == {"Lunch": "Tono"}


def test_offer_that_a_rule_refuses_names_it_and_nobody_else(officer: Actor) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    meal, tour = scene.duty(akitsu, "Lunch", 0, 11, 13, officers=2), scene.duty(akitsu, "Tour", 0, 1, 2)
    sari, tono = (scene.officer(games, name, "ja") for name in ("Sari", "Tono Wirawan"))
    plan, until = scene.roster(games, published=True), timezone.now() + timedelta(hours=1)
    offer, _letters = offer_seat(officer, plan, Seat(meal.pk, 1), [sari.pk], until=until)
    pair(officer, sari, tono, together=False)
    change_seats(officer, plan, {Seat(tour.pk, 1): sari.pk, Seat(meal.pk, 2): tono.pk})
    link = path(offer_link(offer.asked.get()))
    answer = Client().post(link, {"answer": "yes"})
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "The day of Sari would last 12 h from first to last; 10 h are allowed." in told
    assert f"<li>{RULES[Rule.APART]}.</li>" in told
    assert "Tono" not in told
    assert scene.sitting(plan) == {"Tour": "Sari", "Lunch": "Tono Wirawan"}
    indonesian = Client()
    indonesian.cookies[LANGUAGE_COOKIE] = "id"
    told = indonesian.post(link, {"answer": "yes"}).content.decode()
    assert "Saat ini Anda tidak dapat mengambilnya:" in told


@pytest.mark.parametrize("address", ["duty/", "duty/data/", "duty/worker.js", "duty/leaving/"])
def test_addresses_of_phones_are_left_alone(address: str) -> None:
    with pytest.raises(Resolver404):
        URLResolver(RegexPattern(r""), "jembatan.deployment.web.urls").resolve(address)


def test_broadcast_names_its_language_as_people_say_it(officer: Actor, client_of: ClientOf) -> None:
    games = scene.programme(officer)
    scene.officer(games, "Sari", "ja")
    scene.officer(games, "Tono", "en")
    said = {"subject": "Rain", "text": "Umbrellas", "count": "yes"}
    address, counts = f"/programmes/{games.pk}/broadcasts/", []
    for language in ("Japanese", "bahasa Jepang", "ja", ""):
        page = client_of(officer).post(address, {**said, "language": language})
        counts.append(page.context["counted"])
    assert counts == [1, 1, 1, 2]
    unknown = client_of(officer).post(address, {**said, "language": "Japanes"})
    assert "Do you mean: Japanese?" in unknown.content.decode()
    client_of(officer).post(address, {"subject": "Rain", "text": "Umbrellas", "language": "Jepang"})
    assert Broadcast.objects.get().told == "Japanese"


def test_broadcast_to_many_is_sent_once_whoever_sends_it_knows_how_many(
    officer: Actor, client_of: ClientOf
) -> None:
    games = scene.programme(officer)
    for number in range(21):
        scene.officer(games, f"Officer {number}", "ja")
    client, address = client_of(officer), f"/programmes/{games.pk}/broadcasts/"
    said = {"subject": "Rain", "text": "Umbrellas"}
    asked = client.post(address, said).content.decode()
    assert "21 officers would get it. Press Send again" in asked
    assert 'name="sure" value="21"' in asked
    scene.officer(games, "Late", "ja")
    assert "22 officers would get it" in client.post(address, {**said, "sure": "21"}).content.decode()
    assert not Broadcast.objects.exists()
    assert client.post(address, {**said, "sure": "22"}).status_code == 302
    assert BroadcastReceiver.objects.count() == 22


def test_broadcast_reaches_whom_its_filter_finds_and_hears_that_they_read_it(
    officer: Actor, client_of: ClientOf
) -> None:
    games = scene.programme(officer)
    akitsu = scene.delegation(games, "Akitsu")
    sari, plan = scene.officer(games, "Sari", "ja", email="sari@officers.example"), scene.roster(games)
    scene.officer(games, "Tono", "en")
    scene.put(plan, scene.duty(akitsu, "Lunch", 0, 11, 13), sari)
    sent = send_broadcast(
        officer, games, "Rain", "Take umbrellas.", among=Among(delegation=akitsu), told="Akitsu"
    )
    receiver = BroadcastReceiver.objects.get(broadcast=sent)
    assert receiver.officer == sari
    mail_to_receivers(sent)
    mail_to_receivers(sent)
    assert (
        Draft.objects.filter(matter_kind="broadcast", matter_id=sent.pk).count() == 0
    )  # no sending address yet
    Client().post(path(broadcast_link(receiver)))
    page = client_of(officer).get(f"/broadcasts/{sent.pk}/").content.decode()
    assert "1 of 1 have read it" in page
