"""What a phone could not be rung about is written, once, whatever the push service says and whoever is killed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.utils import timezone
from pytest_django import Settings

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.field.actions.changes import to_be_written_to, write_of_changes
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.actions.lateness import note_lateness
from jembatan.field.actions.pushing import unheard
from jembatan.field.actions.pushing.send import LEASE, MOST_TRIES, send_due
from jembatan.field.models import Incident, Push, PushAddress
from jembatan.field.tests.push_service import Service, push_service
from jembatan.field.tests.scene import Games, desk_address, games, incoming, signed_in
from jembatan.field.tests.test_push import address_of, move, woken

LEADER = "lead@lo.example"


@pytest.fixture
def service(tmp_path: Path, settings: Settings) -> Iterator[Service]:
    with push_service(tmp_path) as answering:
        settings.PUSH_LOOPBACK_CA = answering.ca
        yield answering


@pytest.fixture
def scene(officer: Actor) -> Games:
    desk_address(officer.desk)
    return games(officer)


def report_urgent(actor: Actor, scene: Games) -> None:
    receive(signed_in(actor, scene.sari), [incoming("incident", {"text": "Collapsed", "severity": "urgent"})])


def letters_to(email: str) -> int:
    return OutgoingMail.objects.filter(receivers__email=email).count()


def try_again() -> None:
    """As if the rest had passed."""
    Push.objects.update(due_at=timezone.now())
    send_due()


def try_until_given_up() -> None:
    for _try in range(MOST_TRIES):
        try_again()


@pytest.mark.parametrize("status", [404, 410, 403])
def test_urgent_incident_is_written_to_a_leader_whose_address_is_gone(
    officer: Actor, scene: Games, service: Service, status: int
) -> None:
    woken(officer, scene.leader, service)
    report_urgent(officer, scene)
    assert letters_to(LEADER) == 0
    service.status = status
    for _turn in range(2):
        try_again()
    assert letters_to(LEADER) == 1
    letter = OutgoingMail.objects.get(receivers__email=LEADER).draft
    assert "Reported by Sari" in letter.text
    assert "Collapsed" not in letter.subject + letter.text
    assert not PushAddress.objects.exists()


def test_push_that_is_given_up_is_written(officer: Actor, scene: Games, service: Service) -> None:
    woken(officer, scene.leader, service)
    woken(officer, scene.sari, service, "Sari")
    service.status = 503
    report_urgent(officer, scene)
    move(officer, scene)
    for _try in range(MOST_TRIES - 1):
        try_again()
    assert (letters_to(LEADER), to_be_written_to(timezone.now() + timedelta(minutes=3))) == (0, [])
    try_until_given_up()
    assert letters_to(LEADER) == 1
    assert to_be_written_to(timezone.now() + timedelta(minutes=3)) == [scene.sari.pk]
    write_of_changes(scene.sari.pk)
    assert letters_to("sari@lo.example") == 1


def test_of_two_phones_the_last_that_is_lost_is_written_to(
    officer: Actor, scene: Games, service: Service
) -> None:
    woken(officer, scene.leader, service, "one")
    woken(officer, scene.leader, service, "two")
    report_urgent(officer, scene)
    service.status = 410
    first = Push.objects.order_by("pk").first()
    assert first
    Push.objects.exclude(pk=first.pk).update(due_at=timezone.now() + timedelta(hours=1))
    send_due()
    assert letters_to(LEADER) == 0
    try_again()
    assert letters_to(LEADER) == 1


def test_nothing_is_written_that_is_settled_or_was_heard(
    officer: Actor, scene: Games, service: Service
) -> None:
    woken(officer, scene.leader, service)
    report_urgent(officer, scene)
    assert send_due() == 1
    report_urgent(officer, scene)
    Incident.objects.update(settled_at=timezone.now())
    service.status = 410
    send_due()
    assert letters_to(LEADER) == 0


def test_worker_killed_while_it_writes_leaves_it_to_the_next_who_writes_it_once(
    officer: Actor, scene: Games, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    woken(officer, scene.leader, service)
    report_urgent(officer, scene)
    service.status = 410

    def killed(*_said: object) -> None:
        raise DatabaseError

    with monkeypatch.context() as patch:
        patch.setattr(unheard, "write_instead", killed)
        with pytest.raises(DatabaseError):
            send_due()
    assert (letters_to(LEADER), Push.objects.count(), PushAddress.objects.count()) == (0, 1, 1)
    assert Push.objects.get().due_at <= timezone.now() + LEASE
    try_again()
    assert letters_to(LEADER) == 1


def test_address_that_the_phone_has_named_meanwhile_stays_and_rings(
    officer: Actor, scene: Games, service: Service
) -> None:
    client = woken(officer, scene.leader, service, "old")
    report_urgent(officer, scene)
    push = Push.objects.select_related("address__phone__officer").get()
    client.post("/duty/push/", address_of(service, "new"))
    unheard.lose(push)
    assert send_due() == 1
    assert (service.paths, letters_to(LEADER)) == (["/new"], 0)


def test_who_is_late_is_written_to_the_leader_whatever_rings(
    officer: Actor, scene: Games, service: Service
) -> None:
    woken(officer, scene.leader, service)
    service.status = 410
    note_lateness()
    try_again()
    assert letters_to(LEADER) == 1
