"""A duty that changed says what it was when its officer last knew of it; one that they were given as it stands is no news."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Assignment
from jembatan.deployment.tests import scene as deployment
from jembatan.field.access import OnDuty
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.queries.document import document
from jembatan.field.tests.scene import games, incoming, signed_in
from jembatan.programmes.actions.duties import change_duty
from jembatan.programmes.actions.itineraries import change_item
from jembatan.programmes.models import Duty, ItineraryItem, Place


def part(who: OnDuty, name: str) -> list[dict[str, Any]]:
    """Of the phone's document."""
    told: Any = document(who, timezone.now())[name]
    return list(told)


def test_duty_says_what_it_was_when_its_officer_last_knew_of_it(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    begun, until = scene.duty.starts_at.isoformat(), scene.duty.ends_at.isoformat()
    hall = Place.objects.create(desk=officer.desk, programme=scene.programme, name="Hall")

    def told() -> tuple[bool, Any]:
        [duty] = part(who, "duties")
        return duty["changed"], duty["was"]

    def change(**fields: Any) -> int:
        current = Duty.objects.get(pk=scene.duty.pk)
        return change_duty(officer, current, version=current.version, **fields).version

    assert told() == (False, None)
    change(ends_at=scene.duty.ends_at + timedelta(hours=1))
    second = change(place=hall)
    known = {"title": "Lunch", "place": "Village", "starts_at": begun, "ends_at": until, "note": ""}
    assert told() == (True, known)
    receive(who, [incoming("seen", {"kind": "duty", "id": scene.duty.pk, "version": second})])
    assert told() == (False, None)
    change(note="Bring umbrellas")
    changed, was = told()
    assert changed
    assert (was["place"], was["ends_at"] > until, was["note"]) == ("Hall", True, "")

    deployment.put(scene.roster, duty := Duty.objects.get(pk=scene.duty.pk), scene.leader, seat=2)
    Assignment.objects.filter(duty=duty, seat=2).update(made_at=timezone.now())
    [new] = part(signed_in(officer, scene.leader), "duties")
    assert (new["version"], new["changed"]) == (4, False)


def test_item_of_the_schedule_says_what_it_was_before(officer: Actor) -> None:
    scene = games(officer)
    begins = timezone.now() + timedelta(hours=2)
    item = ItineraryItem.objects.create(
        desk=officer.desk,
        programme=scene.programme,
        delegation=scene.akitsu,
        title="Tour",
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
    )
    change_item(officer, item, version=1, title="Tour of the port")
    lines = part(signed_in(officer, scene.sari), "schedule")
    [told] = [line for line in lines if line["kind"] == "item"]
    assert (told["title"], told["changed"], told["was"]["title"]) == ("Tour of the port", True, "Tour")
