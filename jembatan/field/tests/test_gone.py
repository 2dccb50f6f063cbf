"""Duties that an officer has no more, and other rosters: the phone says so until they have read it, and those concerned are told."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.rosters import begin_roster, publish_roster
from jembatan.deployment.actions.seats import Seat, change_seats
from jembatan.deployment.models import Assignment, Roster
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.models import Push, PushAddress, UnheardChange
from jembatan.field.tests.scene import client_on, games, incoming, signed_in
from jembatan.programmes.actions.duties import change_duty
from jembatan.programmes.models import Duty, Officer

ClientOf = Callable[[Actor], Client]


def ring(officer: Officer) -> None:
    """Their phone is woken from now on."""
    PushAddress.objects.create(
        phone=officer.phones.get(),
        endpoint=f"https://push.example/{officer.pk}",
        p256dh="-",
        auth="-",
        language="en",
    )


def test_cancelled_duty_and_one_that_somebody_else_has_are_told_until_they_are_read(officer: Actor) -> None:
    scene = games(officer)
    phone, who = client_on(officer, scene.tono), signed_in(officer, scene.tono)
    dinner = Duty.objects.get(title="Dinner")

    def told() -> list[tuple[object, object]]:
        return [(each["title"], each["cancelled"]) for each in phone.get("/duty/data/").json()["gone"]]

    assert told() == []
    change_duty(officer, dinner, version=dinner.version, cancelled=True)
    assert told() == [("Dinner", True)]
    [seat] = phone.get("/duty/data/").json()["gone"]
    receive(who, [incoming("seen", {"kind": "seat", "id": seat["id"], "version": seat["version"]})])
    assert told() == []
    dinner.refresh_from_db()
    change_duty(officer, dinner, version=dinner.version, cancelled=False)
    change_seats(officer, scene.roster, {Seat(dinner.pk, 1): None})
    row = Assignment.objects.get(duty=dinner)
    assert row.state == "taken_over"
    assert told() == []  # it is the same seat that they have read of
    change_seats(officer, scene.roster, {Seat(dinner.pk, 1): scene.tono.pk}, reason="no other")
    change_seats(officer, scene.roster, {Seat(dinner.pk, 1): None})
    assert told() == [("Dinner", False)]
    Duty.objects.filter(pk=dinner.pk).update(
        starts_at=timezone.now() - timedelta(hours=2), ends_at=timezone.now() - timedelta(hours=1)
    )
    assert told() == []


def test_another_roster_is_told_to_those_whose_duties_it_changes(officer: Actor) -> None:
    scene = games(officer)
    Duty.objects.filter(pk=scene.duty.pk).update(starts_at=timezone.now() + timedelta(minutes=5))
    for each in (scene.sari, scene.tono, scene.leader):
        signed_in(officer, each)
        if each != scene.sari:
            ring(each)
    draft = begin_roster(officer, scene.programme)
    change_seats(officer, draft, {Seat(scene.duty.pk, 1): scene.leader.pk}, reason="Sari rests")
    assert not Push.objects.exists()
    publish_roster(officer, draft, knowingly=True)
    assert Roster.objects.get(state="published") == draft
    assert [each.address.phone.officer for each in Push.objects.all()] == [scene.leader]
    assert [each.officer for each in UnheardChange.objects.all()] == [scene.sari]


def test_duty_that_another_roster_gives_away_is_told_once(officer: Actor) -> None:
    scene = games(officer)
    Duty.objects.filter(pk=scene.duty.pk).update(starts_at=timezone.now() + timedelta(minutes=5))
    phone, who = client_on(officer, scene.sari), signed_in(officer, scene.sari)

    def gone() -> list[dict[str, object]]:
        return list(phone.get("/duty/data/").json()["gone"])

    draft = begin_roster(officer, scene.programme)
    change_seats(officer, draft, {Seat(scene.duty.pk, 1): scene.leader.pk}, reason="Sari rests")
    assert gone() == []
    publish_roster(officer, draft, knowingly=True)
    [seat] = gone()
    assert (seat["title"], seat["cancelled"]) == (scene.duty.title, False)
    receive(who, [incoming("seen", {"kind": "seat", "id": seat["id"], "version": seat["version"]})])
    assert gone() == []
    change_seats(officer, draft, {Seat(scene.duty.pk, 1): scene.sari.pk}, reason="back")
    change_seats(officer, draft, {Seat(scene.duty.pk, 1): scene.leader.pk}, reason="Sari rests")
    [seat] = gone()
    receive(who, [incoming("seen", {"kind": "seat", "id": seat["id"], "version": seat["version"]})])
    publish_roster(officer, begin_roster(officer, scene.programme), knowingly=True)
    assert Assignment.objects.filter(officer=scene.sari, state="taken_over", duty=scene.duty).count() == 2
    assert gone() == []
