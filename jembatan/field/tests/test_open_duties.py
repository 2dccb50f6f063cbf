"""Duties with an open seat, which officers take themselves on the phone, if the programme lets them."""

import threading
from datetime import datetime, timedelta

import pytest
from django.db import connections
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.offers import offer_seat
from jembatan.deployment.actions.seats import Seat
from jembatan.deployment.models import ACTIVE, Assignment
from jembatan.deployment.tests import scene as deployment
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.tests.scene import Games, client_on, games, incoming, signed_in
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking
from jembatan.programmes.models import Duty, Officer, Pair, Programme


@pytest.fixture
def scene(officer: Actor) -> Games:
    """The tour of the day after tomorrow wants one more officer, and everybody could do it."""
    made = games(officer)
    made.programme.self_sign_up = True
    made.programme.save()
    tomorrow = timezone.now() + timedelta(days=2)
    open_duty(made, "Tour", tomorrow.replace(hour=3, minute=0))
    return made


def open_duty(scene: Games, title: str, begins: datetime, *, hours: int = 3, language: str = "ja") -> Duty:
    """For Akitsu, at the village."""
    return Duty.objects.create(
        desk=scene.programme.desk,
        programme=scene.programme,
        delegation=scene.akitsu,
        title=title,
        note="Ask for the insulin",
        place=scene.place,
        day=timezone.localdate(begins),
        starts_at=begins,
        ends_at=begins + timedelta(hours=hours),
        language=language,
        level=1,
    )


def taken(actor: Actor, who: Officer, duty: Duty, *, at: datetime | None = None) -> tuple[str, str]:
    """What the phone is answered."""
    with translation.override("en"):
        [answer] = receive(signed_in(actor, who), [incoming("take", {"duty": duty.pk}, at=at)])
    return answer.outcome, answer.told


def test_officer_takes_an_open_duty(officer: Actor, scene: Games) -> None:
    tour, phone = Duty.objects.get(title="Tour"), client_on(officer, scene.tono)
    later = open_duty(scene, "Museum", tour.starts_at + timedelta(hours=4), hours=2)
    open_duty(scene, "In Arabic", tour.starts_at, language="ar")
    assert phone.get("/duty/data/").json()["may_take"] is True
    answer = phone.get("/duty/open/")
    assert [each["title"] for each in answer.json()["duties"]] == ["Tour", "Museum"]
    assert answer.json()["duties"][0]["delegation"] == "Akitsu"
    for unsaid in ("insulin", "shellfish", "Threatened"):
        assert unsaid not in answer.content.decode()
    assert taken(officer, scene.tono, tour) == ("done", "“Tour” is yours. The coordinators know.")
    row = Assignment.objects.get(duty=tour, state__in=ACTIVE)
    assert (row.officer, row.origin) == (scene.tono, "self")
    assert "Tono takes “Tour”" in str(Entry.objects.get(kind="roster.taken").summary)
    assert taken(officer, scene.tono, tour) == ("done", "“Tour” is yours. The coordinators know.")
    document = phone.get("/duty/data/").json()
    assert "Tour" in [each["title"] for each in document["duties"]]
    assert [each["id"] for each in phone.get("/duty/open/").json()["duties"]] == [later.pk]


def test_refusal_names_its_rule_and_nobody_else(officer: Actor, scene: Games) -> None:
    arabic = open_duty(scene, "In Arabic", timezone.now() + timedelta(days=2), language="ar")
    outcome, told = taken(officer, scene.tono, arabic)
    assert outcome == "refused"
    assert "You cannot take this duty. Language: The duty asks for Arabic" in told
    tour = Duty.objects.get(title="Tour")
    Duty.objects.filter(pk=tour.pk).update(officers=2)
    deployment.put(scene.roster, tour, scene.sari)
    Pair.objects.create(desk=officer.desk, first=scene.sari, second=scene.tono, together=False)
    outcome, told = taken(officer, scene.tono, tour)
    assert (outcome, told) == ("refused", "You cannot take this duty. Kept apart.")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_at_once_one_has_it(officer: Actor, scene: Games) -> None:
    tour, people = Duty.objects.get(title="Tour"), [scene.sari, scene.tono]
    phones = [signed_in(officer, each) for each in people]
    together, said = threading.Barrier(2), []

    def take(number: int) -> None:
        together.wait()
        try:
            said.append(receive(phones[number], [incoming("take", {"duty": tour.pk})])[0].outcome)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=take, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["done", "refused"]
    assert Assignment.objects.filter(duty=tour).count() == 1


def test_nothing_is_taken_where_it_is_not_open_to_all(officer: Actor, scene: Games) -> None:
    tour, phone = Duty.objects.get(title="Tour"), client_on(officer, scene.tono)
    long_ago = timezone.now() - timedelta(minutes=11)
    assert "no network for too long" in taken(officer, scene.tono, tour, at=long_ago)[1]
    offer_seat(
        officer, scene.roster, Seat(tour.pk, 1), [scene.sari.pk], until=timezone.now() + timedelta(hours=1)
    )
    assert phone.get("/duty/open/").json() == {"duties": []}
    assert "Somebody else was faster" in taken(officer, scene.tono, tour)[1]
    Programme.objects.update(self_sign_up=False)
    assert phone.get("/duty/open/").json() == {"duties": []}
    assert phone.get("/duty/data/").json()["may_take"] is False
    assert "do not take duties themselves" in taken(officer, scene.tono, tour)[1]
    assert not Assignment.objects.filter(duty=tour).exists()


def test_nothing_of_another_programme_or_of_one_that_is_red_is_open(officer: Actor, scene: Games) -> None:
    phone, other = client_on(officer, scene.tono), games(officer, name="Other")
    museum = open_duty(other, "Museum", timezone.now() + timedelta(days=2))
    assert [each["title"] for each in phone.get("/duty/open/").json()["duties"]] == ["Tour"]
    assert taken(officer, scene.tono, museum)[0] == "refused"
    assert not Assignment.objects.filter(duty=museum).exists()
    Programme.objects.update(marking=Marking.RED, self_sign_up=True)
    assert phone.get("/duty/open/").status_code == 401


def test_open_duties_take_as_many_queries_for_many_as_for_one(
    officer: Actor, scene: Games, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    phone, tour = client_on(officer, scene.tono), Duty.objects.get(title="Tour")
    for number in range(5):
        open_duty(scene, f"Tour {number}", tour.starts_at)
    with django_assert_num_queries(17):
        assert len(phone.get("/duty/open/").json()["duties"]) == 6
