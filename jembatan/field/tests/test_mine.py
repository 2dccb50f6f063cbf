"""Officers take along what is known of them, and ask the desk on their phone to delete it: the desk does, or says why not yet."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.field.actions.phones import end_phones
from jembatan.field.tests.scene import Games, client_on, desk_address, games
from jembatan.journal.models import Entry
from jembatan.programmes.actions.deletion import ask_for_deletion, decline_deletion
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import DeletionRequest, Duty, Officer
from jembatan.programmes.queries.own_data import own_data_file

ClientOf = Callable[[Actor], Client]
State = DeletionRequest.State


@pytest.fixture
def scene(officer: Actor) -> Games:
    return games(officer)


@pytest.fixture
def phone(officer: Actor, scene: Games) -> Client:
    return client_on(officer, scene.sari)


def page_of(scene: Games) -> str:
    return f"/programmes/officers/{scene.sari.pk}/"


def test_officer_takes_the_same_along_as_the_desk_gives_out(
    officer: Actor, scene: Games, phone: Client, client_of: ClientOf
) -> None:
    mine = phone.get("/duty/mine/file/")
    assert mine["Content-Disposition"] == 'attachment; filename="officer-2.json"'
    assert mine["Cache-Control"] == "no-store"
    theirs = json.loads(client_of(officer).get(f"{page_of(scene)}data/").content)
    known = json.loads(mine.content)
    assert known["full_name"] == "Sari"
    assert known.keys() == theirs.keys()
    assert json.loads(own_data_file(scene.tono))["full_name"] not in mine.content.decode()


def test_who_is_signed_out_gets_nothing_and_asks_for_nothing(
    officer: Actor, scene: Games, phone: Client
) -> None:
    end_phones(officer, scene.sari)
    for client in (phone, Client()):
        assert client.get("/duty/mine/").status_code == 401
        assert client.get("/duty/mine/file/").status_code == 401
        assert client.post("/duty/mine/deletion/").status_code == 401
    assert not DeletionRequest.objects.exists()


def test_wish_waits_for_the_desk_until_it_deletes(
    officer: Actor, scene: Games, phone: Client, client_of: ClientOf
) -> None:
    for _press in range(2):
        assert phone.post("/duty/mine/deletion/").status_code == 200
    asked = DeletionRequest.objects.get()
    assert phone.get("/duty/mine/").json() == {"asked_at": asked.asked_at.isoformat(), "declined": ""}
    line = Entry.objects.get(kind="programme.deletion")
    assert line.summary == "Officer 2 asks that their personal data is deleted"
    assert "Sari" not in line.summary + line.actor_name
    desk = client_of(officer)
    assert "Officers who ask to be deleted" in desk.get("/").content.decode()
    assert "They have asked on their phone" in desk.get(page_of(scene)).content.decode()
    desk.post(f"{page_of(scene)}erasure/", {"sure": "yes"})
    assert "still has 1 duty ahead" in desk.get(page_of(scene)).content.decode()
    asked.refresh_from_db()
    assert asked.state == State.WAITING  # it is not lost
    Duty.objects.update(cancelled=True)
    desk.post(f"{page_of(scene)}erasure/", {"sure": "yes"})
    asked.refresh_from_db()
    assert (asked.state, asked.decided_by) == (State.DONE, officer.user)
    assert Officer.objects.get(pk=scene.sari.pk).forgotten_at is not None
    assert "Officers who ask to be deleted" not in desk.get("/").content.decode()
    with pytest.raises(Refused, match="was deleted"):
        ask_for_deletion(scene.sari)


def test_desk_says_why_not_yet_and_the_officer_hears_it_and_asks_again(
    officer: Actor, scene: Games, phone: Client, client_of: ClientOf
) -> None:
    desk_address(officer.desk)
    desk = client_of(officer)
    desk.post(f"{page_of(scene)}declining/", {"reason": "x"})
    assert "has not asked for it" in desk.get(page_of(scene)).content.decode()
    phone.post("/duty/mine/deletion/")
    desk.post(f"{page_of(scene)}declining/", {"reason": " "})
    assert DeletionRequest.objects.get().state == State.WAITING
    desk.post(f"{page_of(scene)}declining/", {"reason": "After your last duty"})
    assert phone.get("/duty/mine/").json() == {"asked_at": "", "declined": "After your last duty"}
    letter = OutgoingMail.objects.get().draft
    assert "After your last duty" in letter.text
    assert letter.subject == "Your data is not deleted yet: Games"
    with pytest.raises(Refused, match="decided this already"):
        decline_deletion(officer, DeletionRequest.objects.get(), "Again")
    assert not Entry.objects.filter(summary__contains="last duty").exists()
    phone.post("/duty/mine/deletion/")
    assert DeletionRequest.objects.filter(state=State.WAITING).count() == 1
    assert [each["state"] for each in json.loads(own_data_file(scene.sari))["asked_to_be_deleted"]] == [
        "declined",
        "waiting",
    ]
    Duty.objects.update(cancelled=True)
    desk.post(f"{page_of(scene)}erasure/", {"sure": "yes"})
    assert [each.state for each in DeletionRequest.objects.all()] == [State.DONE]


def test_officer_takes_the_wish_back(scene: Games, phone: Client) -> None:
    phone.post("/duty/mine/deletion/")
    for _press in range(2):
        phone.post("/duty/mine/deletion/", {"back": "1"})
    assert DeletionRequest.objects.get().state == State.TAKEN_BACK
    assert phone.get("/duty/mine/").json() == {"asked_at": "", "declined": ""}
    lines = Entry.objects.filter(kind="programme.deletion").order_by("pk")
    assert lines[1].summary == "Officer 2 does not ask to be deleted any more"
    assert lines.count() == 2


def test_who_may_not_delete_neither_sees_nor_declines_wishes(
    scene: Games,
    phone: Client,
    drafter: Actor,
    reader: Actor,
    stranger: Actor,
    client_of: ClientOf,
) -> None:
    phone.post("/duty/mine/deletion/")
    for actor, status in ((drafter, 403), (reader, 403), (stranger, 404)):
        client = client_of(actor)
        assert "ask to be deleted" not in client.get("/").content.decode()
        assert client.post(f"{page_of(scene)}declining/", {"reason": "No"}).status_code == status
    with pytest.raises(PermissionDenied):
        decline_deletion(reader, DeletionRequest.objects.get(), "No")
    assert DeletionRequest.objects.get().state == State.WAITING


def test_today_asks_as_often_for_three_wishes_as_for_one(
    officer: Actor, scene: Games, client_of: ClientOf
) -> None:
    desk, counts = client_of(officer), []
    desk.get("/")
    for people in ([scene.sari], [scene.tono, scene.leader]):
        for each in people:
            ask_for_deletion(each)
        with CaptureQueriesContext(connection) as queries:
            page = desk.get("/").content.decode()
        counts.append(len(queries))
    assert page.count("#personal-title") == 3
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("state", "reason", "decided"),
    [("declined", "", True), ("waiting", "x", False), ("done", "", False), ("waiting", "", True)],
)
def test_database_refuses_a_wish_that_is_half_decided(
    scene: Games, state: str, reason: str, decided: bool
) -> None:
    at = timezone.now() - timedelta(hours=1) if decided else None
    with pytest.raises(IntegrityError, match="deletion_declined_for_a_reason"), transaction.atomic():
        DeletionRequest.objects.create(
            desk=scene.sari.desk, officer=scene.sari, state=state, reason=reason, decided_at=at
        )


def test_database_takes_one_wish_at_a_time(scene: Games) -> None:
    asked = ask_for_deletion(scene.sari)
    with pytest.raises(IntegrityError, match="deletion_asked_once"), transaction.atomic():
        DeletionRequest.objects.create(desk=asked.desk, officer=asked.officer)
