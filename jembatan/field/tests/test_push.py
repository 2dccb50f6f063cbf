"""News reaches a phone that is closed, by a real push service on loopback: once it is true, whatever breaks on the way, and no longer than the phone may know."""

from base64 import b32decode
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.deployment.actions.broadcasts import Among, send_broadcast
from jembatan.deployment.actions.offers import offer_seat
from jembatan.deployment.actions.rosters import publish_roster
from jembatan.deployment.actions.seats import Seat, change_seats
from jembatan.deployment.models import Assignment, Roster
from jembatan.field.actions.changes import to_be_written_to, write_of_changes
from jembatan.field.actions.lateness import note_lateness
from jembatan.field.actions.phones import end_phones
from jembatan.field.actions.pushing.key import push_key
from jembatan.field.actions.pushing.send import send_due
from jembatan.field.formats.push_message import base64url, point_of
from jembatan.field.jobs import send_pushes
from jembatan.field.models import Push, PushAddress, PushKey, UnheardChange
from jembatan.field.tests.push_service import Service, push_service
from jembatan.field.tests.scene import Games, client_on, desk_address, games, hand_over
from jembatan.platform.ui.moments import clock_text
from jembatan.programmes.actions.duties import change_duty
from jembatan.programmes.actions.movements import change_movement
from jembatan.programmes.models import Duty, Movement, Officer


@pytest.fixture
def service(tmp_path: Path, settings: Settings) -> Iterator[Service]:
    with push_service(tmp_path) as answering:
        settings.PUSH_LOOPBACK_CA = answering.ca
        yield answering


def woken(actor: Actor, officer: Officer, service: Service, name: str = "phone") -> Client:
    """A phone that wants to be told."""
    client = client_on(actor, officer)
    assert client.get("/duty/push/").json()["key"] == base64url(point_of(push_key().public_key()))
    answer = client.post("/duty/push/", address_of(service, name))
    assert answer.status_code == 200, answer.content
    return client


def address_of(service: Service, name: str) -> dict[str, str]:
    point = base64url(point_of(service.key.public_key()))
    return {"endpoint": f"{service.origin}/{name}", "p256dh": point, "auth": base64url(service.auth)}


def move(actor: Actor, scene: Games) -> None:
    """Sari's duty, by a quarter of an hour."""
    scene.duty.refresh_from_db()
    later = scene.duty.ends_at + timedelta(minutes=15)
    change_duty(actor, scene.duty, version=scene.duty.version, ends_at=later)


def test_changed_duty_reaches_the_phone_without_a_name_on_the_lock_screen(
    officer: Actor,
    service: Service,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    scene = games(officer)
    woken(officer, scene.sari, service)
    with django_capture_on_commit_callbacks(execute=True):
        move(officer, scene)
    assert ProcrastinateJob.objects.filter(task_name=send_pushes.name).count() == 1
    move(officer, scene)
    assert send_due() == 1
    [told] = service.read
    assert told["text"].startswith("Change for your duty ")
    assert clock_text(scene.duty.starts_at) in told["text"]
    assert not {"Lunch", "Akitsu", "Sari", "Games", "Village"} & set(told["text"].split())
    [said] = service.said
    assert (said["content-encoding"], said["urgency"], len(said["topic"])) == ("aes128gcm", "high", 24)
    assert b32decode(said["topic"]) != sha256(f"duty {scene.duty.pk}".encode()).digest()[:15]
    assert 0 < int(said["ttl"]) <= 3 * 3600 + 900
    assert not Push.objects.exists()
    assert PushAddress.objects.get().reached_at
    assert "PRIVATE" not in PushKey.objects.get().sealed


def test_movement_offer_broadcast_and_handover_are_told_to_whom_they_concern(
    officer: Actor, service: Service
) -> None:
    scene = games(officer)
    phones = [
        woken(officer, person, service, person.full_name) for person in (scene.sari, scene.leader, scene.tono)
    ]
    movement = Movement.objects.get()
    change_movement(officer, movement, version=movement.version, vehicles="2 buses")
    send_broadcast(officer, scene.programme, "Rain", "Takes insulin", among=Among(), told="")
    tomorrow = timezone.now() + timedelta(days=1)
    change_seats(officer, scene.roster, {Seat(scene.duty.pk, 1): scene.leader.pk})
    hand_over(officer, scene, "Takes insulin")
    Duty.objects.filter(pk=scene.duty.pk).update(officers=2)
    offer_seat(officer, scene.roster, Seat(scene.duty.pk, 2), [scene.tono.pk], until=tomorrow)
    assert '"offers": [{' in phones[-1].get("/duty/data/").content.decode()
    send_due()
    told = sorted(
        (to, said["tag"].split("-")[0]) for to, said in zip(service.paths, service.read, strict=True)
    )
    assert told == [
        ("/Lead", "broadcast"),
        ("/Lead", "duties"),
        ("/Lead", "handover"),
        ("/Sari", "broadcast"),
        ("/Sari", "duties"),
        ("/Sari", "movement"),
        ("/Tono", "broadcast"),
        ("/Tono", "offer"),
    ]
    assert "insulin" not in str(service.read).lower()
    assert next(said for said in service.read if said["tag"].startswith("offer"))["address"]
    assert len(service.lengths) == 1  # a push service cannot tell one kind from another


def test_expired_address_is_forgotten_and_trouble_is_tried_again(officer: Actor, service: Service) -> None:
    scene = games(officer)
    woken(officer, scene.sari, service)
    move(officer, scene)
    for status, pause in ((503, 30), (429, 900)):
        service.status = status
        Push.objects.update(due_at=timezone.now())
        assert send_due() == 0
        waits = Push.objects.get().due_at - timezone.now()
        assert pause - 5 < waits.total_seconds() <= pause + 60
    service.status = 410
    Push.objects.update(due_at=timezone.now())
    assert send_due() == 0
    assert not PushAddress.objects.exists()
    assert not Push.objects.exists()
    assert [each.officer for each in UnheardChange.objects.all()] == [scene.sari]  # A letter tells it.


def test_redirect_is_not_followed(officer: Actor, service: Service) -> None:
    scene = games(officer)
    woken(officer, scene.sari, service)
    move(officer, scene)
    service.status = 307
    assert send_due() == 0
    assert len(service.said) == 1
    assert (Push.objects.count(), PushAddress.objects.count()) == (0, 0)
    assert [each.officer for each in UnheardChange.objects.all()] == [scene.sari]


def test_worker_killed_in_the_middle_leaves_it_to_the_next(officer: Actor, service: Service) -> None:
    from jembatan.field.actions.pushing.send import LEASE, _take

    scene = games(officer)
    woken(officer, scene.sari, service)
    move(officer, scene)
    assert len(_take(timezone.now())) == 1
    assert send_due() == 0  # another one looks: it is taken
    assert len(_take(timezone.now() + LEASE)) == 1
    Push.objects.update(due_at=timezone.now())
    assert send_due() == 1


def test_phone_that_ends_is_woken_no_more(officer: Actor, service: Service) -> None:
    scene = games(officer)
    for ending in ("desk", "officer", "phone", "over"):
        client = woken(officer, scene.sari, service)
        move(officer, scene)
        if ending == "desk":
            end_phones(officer, scene.sari)
        elif ending == "officer":
            Officer.objects.filter(pk=scene.sari.pk).update(status=Officer.Status.ENDED)
        elif ending == "phone":
            client.post("/duty/leaving/")
        else:
            client.post("/duty/push/ending/")
        assert send_due() == 0
        assert not PushAddress.objects.exists()
        Officer.objects.filter(pk=scene.sari.pk).update(status=Officer.Status.ACTIVE)
    assert service.said == []


def test_browser_wakes_for_the_phone_that_it_is_now(officer: Actor, service: Service) -> None:
    scene = games(officer)
    woken(officer, scene.tono, service)
    woken(officer, scene.sari, service)
    assert PushAddress.objects.get().phone.officer == scene.sari


def test_address_inside_the_house_is_refused(officer: Actor, settings: Settings) -> None:
    service = Service(origin="https://10.0.0.1")
    client = client_on(officer, games(officer).sari)
    assert client.post("/duty/push/", address_of(service, "x")).status_code == 400
    assert client.post("/duty/push/", {"endpoint": "https://push.example/1"}).status_code == 400
    assert Client().post("/duty/push/", address_of(service, "x")).status_code == 401


def test_other_secret_makes_another_key_and_phones_begin_anew(
    officer: Actor, service: Service, settings: Settings
) -> None:
    woken(officer, games(officer).sari, service)
    before = point_of(push_key().public_key())
    settings.SECRET_KEY = "another secret of an installation"
    assert point_of(push_key().public_key()) != before
    assert not PushAddress.objects.exists()


def test_first_roster_is_written_once_to_those_whose_phone_does_not_ring(
    officer: Actor, service: Service
) -> None:
    scene = games(officer)
    desk_address(officer.desk)
    Assignment.objects.filter(officer=scene.tono).delete()
    Duty.objects.filter(pk=scene.duty.pk).update(
        starts_at=timezone.now() + timedelta(days=20), ends_at=timezone.now() + timedelta(days=21)
    )
    woken(officer, scene.leader, service)
    Roster.objects.filter(pk=scene.roster.pk).update(state="draft", published_at=None)
    publish_roster(officer, Roster.objects.get(), knowingly=True)
    assert to_be_written_to(timezone.now() + timedelta(minutes=3)) == [scene.sari.pk]
    write_of_changes(scene.sari.pk)
    write_of_changes(scene.sari.pk)
    mail = OutgoingMail.objects.get()
    assert (mail.draft.subject, "Lunch, Village" in mail.draft.text) == ("Your duties: Games", True)


def test_changes_are_written_once_to_those_whose_phone_does_not_ring(
    officer: Actor, service: Service
) -> None:
    scene = games(officer)
    desk_address(officer.desk)
    move(officer, scene)
    move(officer, scene)
    soon = timezone.now() + timedelta(minutes=3)
    assert to_be_written_to(timezone.now()) == []
    assert to_be_written_to(soon) == [scene.sari.pk]
    write_of_changes(scene.sari.pk)
    write_of_changes(scene.sari.pk)
    mail = OutgoingMail.objects.get()
    assert "sari@lo.example" in str(mail.receivers.values())
    assert "Lunch, Village" in mail.draft.text
    move(officer, scene)
    assert to_be_written_to(soon + timedelta(days=2)) == []
    move(officer, scene)
    woken(officer, scene.sari, service)
    assert to_be_written_to(soon) == [scene.sari.pk]
    write_of_changes(scene.sari.pk)
    move(officer, scene)
    assert OutgoingMail.objects.count() == 1
    assert not UnheardChange.objects.exists()


def test_who_was_taken_off_a_duty_long_ago_hears_no_more_of_it(officer: Actor) -> None:
    scene = games(officer)
    Assignment.objects.create(
        desk=officer.desk, roster=scene.roster, duty=scene.duty, officer=scene.leader, state="released"
    )
    written = UnheardChange.objects.values_list("officer", flat=True)
    move(officer, scene)
    assert list(written) == [scene.sari.pk]
    Assignment.objects.filter(officer=scene.sari).update(state="taken_over")
    move(officer, scene)
    assert set(written.all()) == {scene.sari.pk, scene.leader.pk}


def test_change_of_a_seat_is_written_to_who_comes_and_who_leaves_unless_letters_tell_it(
    officer: Actor,
) -> None:
    scene = games(officer)
    written = UnheardChange.objects.values_list("officer", flat=True)
    change_seats(officer, scene.roster, {Seat(scene.duty.pk, 1): scene.leader.pk}, written=True)
    assert not written.exists()
    change_seats(officer, scene.roster, {Seat(scene.duty.pk, 1): scene.sari.pk})
    assert set(written.all()) == {scene.leader.pk, scene.sari.pk}


def test_leader_is_rung_while_somebody_of_the_team_has_not_come(officer: Actor, service: Service) -> None:
    scene = games(officer)
    woken(officer, scene.leader, service)
    note_lateness()
    assert send_due() == 1
    assert [said["text"] for said in service.read] == ["Somebody in your team has not checked in"]
