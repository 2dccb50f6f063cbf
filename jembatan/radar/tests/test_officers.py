"""Officers who are late or did not come, and handovers that nobody acknowledges, from the rooms that write them to the radar and back."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.actions.desk_checking import check_by_desk
from jembatan.field.actions.lateness import note_lateness
from jembatan.field.queries.duties import seats_of
from jembatan.field.tests.scene import Games, games, hand_over, incoming, signed_in
from jembatan.programmes.models import Delegation
from jembatan.radar.actions.settle import dismiss
from jembatan.radar.actions.watch import watch
from jembatan.radar.jobs import watch_partners
from jembatan.radar.models import Signal
from jembatan.radar.queries.partners import NOBODY, number_of
from jembatan.radar.queries.visible import open_signals
from jembatan.radar.queries.wording.explained import explained

ClientOf = Callable[[Actor], Client]


def of_house(actor: Actor, house: Organisation) -> Games:
    """The games, with a delegation of the house."""
    scene = games(actor)
    Delegation.objects.filter(pk=scene.akitsu.pk).update(organisation=house)
    return scene


def test_late_officer_is_a_signal_worse_once_missing_and_over_on_check_in(
    officer: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    scene = of_house(officer, ministry)
    signed_in(officer, scene.leader)
    note_lateness()
    watch(officer.desk)
    signal = Signal.objects.get(rule="not-come")
    assert signal.organisation == ministry
    assert explained(signal) == "Sari is late for “Lunch”, which began 30 minutes ago."
    dismiss(officer, signal, "On the way")
    note_lateness(timezone.now() + timedelta(minutes=20))
    watch(officer.desk, now=timezone.now() + timedelta(minutes=20))
    signal.refresh_from_db()
    assert signal.is_open  # a no-show is other evidence
    assert (signal.weight, signal.told["fault"]) == ("high", "missing")
    page = client_of(officer).get(f"/radar/{signal.pk}/").content.decode()
    assert f'href="/programmes/{scene.programme.pk}/field/"' in page
    ProcrastinateJob.objects.all().delete()
    check_by_desk(officer, seats_of(scene.sari).get(), going=False)
    [job] = ProcrastinateJob.objects.filter(task_name=watch_partners.name)
    assert job.args["partners"] == [number_of(ministry)]
    assert watch(officer.desk, only=[number_of(ministry)]).over == 1


def test_delegation_of_no_house_has_its_signal_too(officer: Actor) -> None:
    scene = games(officer)
    signed_in(officer, scene.leader)
    note_lateness(timezone.now() + timedelta(minutes=20))
    later = timezone.now() + timedelta(minutes=21)
    assert watch(officer.desk, only=[NOBODY], now=later).new == 1
    assert open_signals(officer).get().rule == "not-come"


def test_handover_is_a_signal_until_it_is_acknowledged(
    officer: Actor, stranger: Actor, ministry: Organisation
) -> None:
    scene = of_house(officer, ministry)
    now = timezone.now()
    scene.akitsu.refresh_from_db()
    handover = hand_over(officer, scene)
    watch(officer.desk, now=now + timedelta(minutes=5))
    signal = Signal.objects.get(rule="handover")
    assert explained(signal) == (
        "Lead has not acknowledged what Sari handed over 5 minutes ago, and the first duty has begun."
    )
    assert [each.entry.kind for each in signal.evidence.all()] == ["field.handed_over"]
    assert not open_signals(stranger).exists()
    leader = signed_in(officer, scene.leader)
    receive(leader, [incoming("handover", {"id": handover.pk})])
    watch(officer.desk, now=now + timedelta(minutes=6))
    assert not Signal.objects.filter(rule="handover", closed_at=None).exists()
