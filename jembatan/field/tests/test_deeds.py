"""What phones send is done once, whatever the network did; the code of a place is proof of its minute."""

import contextlib
import json
import threading
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import Broadcast, BroadcastReceiver, Handover, Proposal
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.events import CannotCome
from jembatan.field.formats.pictures import NotAPhoto, without_metadata
from jembatan.field.formats.sounds import ending_of
from jembatan.field.models import Attendance, ChangeSeen, Claim, Deed, Incident
from jembatan.field.queries.document import document
from jembatan.field.queries.place_code import CodeUnreadable, code_of, read_code
from jembatan.field.tests.scene import client_on, games, incoming, signed_in
from jembatan.journal.models import Entry
from jembatan.platform.events import listen
from jembatan.platform.files.store import open_stored
from jembatan.programmes.models import Absence, Duty, Movement

type ClientOf = Callable[[Actor], Client]

EXIF = b"\xff\xe1\x00\x10Exif\x00\x00GPSHERE!"
PHOTO = b"\xff\xd8" + b"\xff\xe0\x00\x04JF" + EXIF + b"\xff\xda\x00\x02" + b"picture" + b"\xff\xd9"


def test_same_deed_again_is_done_once_and_told_the_same(officer: Actor) -> None:
    scene = games(officer)
    phone = client_on(officer, scene.sari)
    now = timezone.now()
    deed = {
        "key": str(uuid4()),
        "kind": "scan",
        "happened_at": now.isoformat(),
        "data": {"code": code_of(scene.place.pk, now)},
    }
    sent = {"deeds": json.dumps([deed]), "sent_at": now.isoformat()}
    first, second = (phone.post("/duty/deeds/", sent).json()["answers"] for _ in range(2))
    assert first == second == [{"key": deed["key"], "outcome": "done", "told": "Checked in: Lunch"}]
    assert (Deed.objects.count(), Attendance.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_same_deed_on_two_connections_at_once_is_done_once(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    said = incoming("incident", {"text": "A bag is missing"})
    told: list[str] = []

    def send() -> None:
        try:
            told.append(receive(who, [said])[0].outcome)
        finally:
            connection.close()

    hands = [threading.Thread(target=send) for _ in range(4)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert told == ["done"] * 4
    assert Incident.objects.count() == 1


def test_scan_without_network_counts_by_its_minute_and_an_old_code_does_not(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    then = timezone.now() - timedelta(minutes=20)
    code = {"code": code_of(scene.place.pk, then)}
    late = receive(who, [incoming("scan", code)])[0]
    assert (late.outcome, "too old" in late.told) == ("refused", True)
    assert receive(who, [incoming("scan", code, at=then)])[0].outcome == "done"
    assert abs(Attendance.objects.get().in_at - then) < timedelta(minutes=1)
    assert receive(who, [incoming("scan", code, at=then)])[0].told.startswith("You are checked in already")
    now = timezone.now()
    assert (
        receive(who, [incoming("scan", {"code": code_of(scene.place.pk, now)})])[0].told
        == "Checked out: Lunch"
    )


def test_clock_of_a_phone_that_is_hours_off_is_put_right(officer: Actor) -> None:
    scene = games(officer)
    phone = client_on(officer, scene.sari)
    now, off = timezone.now(), timedelta(hours=5)
    deed: dict[str, object] = {"key": str(uuid4()), "kind": "scan", "happened_at": (now + off).isoformat()}
    deed |= {"data": {"code": code_of(scene.place.pk, now)}}
    answer = phone.post("/duty/deeds/", {"deeds": json.dumps([deed]), "sent_at": (now + off).isoformat()})
    assert answer.json()["answers"][0]["outcome"] == "done"


def test_nobody_checks_in_with_a_code_of_their_own_making_or_elsewhere(officer: Actor) -> None:
    scene = games(officer)
    who, now = signed_in(officer, scene.sari), timezone.now()
    good = code_of(scene.place.pk, now)
    for bad in (good[:-1] + ("0" if good[-1] != "0" else "1"), code_of(scene.place.pk + 1, now), "", "x"):
        assert receive(who, [incoming("scan", {"code": bad})])[0].outcome == "refused"
    assert not Attendance.objects.exists()


@given(st.text(max_size=60))
def test_any_text_is_no_code(text: str) -> None:
    with pytest.raises(CodeUnreadable):
        read_code(text)


def test_leader_checks_the_team_in_and_nobody_else(officer: Actor) -> None:
    scene = games(officer)
    leader, sari = signed_in(officer, scene.leader), signed_in(officer, scene.sari)
    of_sari = {"officer": scene.sari.pk, "duty": scene.duty.pk, "what": "in"}
    assert receive(sari, [incoming("check", of_sari)])[0].told == "You do not lead this officer."
    assert receive(leader, [incoming("check", of_sari)])[0].outcome == "done"
    row = Attendance.objects.get()
    assert (row.officer, row.in_how, row.in_by) == (scene.sari, "leader", scene.leader)
    assert receive(leader, [incoming("check", {**of_sari, "what": "out"})])[0].outcome == "done"
    assert document(leader, timezone.now())["team"][0]["duties"][0]["state"] == "out"  # type: ignore[index]  # a document is as deep as JSON


def test_cannot_come_is_an_absence_and_an_event_and_says_no_reason_in_the_journal(officer: Actor) -> None:
    heard: list[CannotCome] = []
    listen(CannotCome, heard.append)
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    data: dict[str, object] = {"duty": scene.duty.pk, "reason": "ill"}
    assert [receive(who, [incoming("cannot", data)])[0].outcome for _ in range(2)] == ["done", "done"]
    absence = Absence.objects.get()
    assert (absence.officer, absence.reason) == (scene.sari, "ill")
    assert absence.during.lower <= timezone.now() < scene.duty.ends_at <= absence.during.upper
    assert heard[0].duties == (scene.duty,)
    entry = Entry.objects.filter(kind="field.cannot_come").latest("pk")
    assert (entry.actor_name, "ill" in entry.summary + entry.detail) == ("Sari", False)
    other = receive(signed_in(officer, scene.tono), [incoming("cannot", data)])[0]
    assert (other.outcome, Absence.objects.count()) == ("refused", 1)


def test_whoever_said_so_by_mistake_comes_after_all_until_it_is_decided(officer: Actor) -> None:
    scene = games(officer)
    who, phone = signed_in(officer, scene.sari), client_on(officer, scene.sari)
    duty: dict[str, object] = {"duty": scene.duty.pk}

    def absent() -> bool:
        return bool(phone.get("/duty/data/").json()["duties"][0]["absent"])

    for reason in ("ill", "other"):
        receive(who, [incoming("cannot", {**duty, "reason": reason})])
        assert absent()
        assert receive(who, [incoming("can", duty)])[0].outcome == "done"
        assert not absent()
        assert not Absence.objects.exists()
        assert set(Proposal.objects.values_list("state", flat=True)) == {"over"}
    receive(who, [incoming("cannot", {**duty, "reason": "ill"})])
    Proposal.objects.filter(state="open").update(state="accepted")
    told = receive(who, [incoming("can", duty)])[0]
    assert (told.outcome, "settled this already" in told.told, absent()) == ("refused", True, True)


def test_whoever_cannot_come_is_to_be_replaced_say_today_and_those_on_duty(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    receive(signed_in(officer, scene.sari), [incoming("cannot", {"duty": scene.duty.pk, "reason": "ill"})])
    proposal = Proposal.objects.get()
    for address in ("/", f"/programmes/{scene.programme.pk}/on-duty/"):
        assert f'href="/replacements/{proposal.pk}/"' in client_of(officer).get(address).content.decode()
        assert "/replacements/" not in client_of(reader).get(address).content.decode()
    page = client_of(officer).get(f"/replacements/{proposal.pk}/")
    assert [picked for _lost, picked in page.context["seats"]] == [str(scene.leader.pk)]


def test_incident_keeps_photo_and_voice_without_where_it_was_taken(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    data: dict[str, object] = {"text": "A guest fell", "severity": "urgent", "duty": scene.duty.pk}
    files = [PHOTO, b"OggS-voice"]
    assert receive(who, [incoming("incident", data, files=files)])[0].outcome == "done"
    incident = Incident.objects.get()
    photo, voice = incident.files.order_by("name")
    assert (incident.delegation, photo.name[-4:], voice.name[-4:]) == (scene.akitsu, ".jpg", ".ogg")
    with open_stored(photo.file) as content:
        kept = content.read()
    assert b"GPS" not in kept
    assert b"picture" in kept
    assert Entry.objects.filter(kind="field.incident", detail="").count() == 1
    for bad in (b"MZ program", b"\xff\xd8\xff", b"x" * (5 * 1024 * 1024 + 1)):
        answer = receive(who, [incoming("incident", data, files=[bad, PHOTO])])[0]
        assert (answer.outcome, "but not every file" in answer.told) == ("done", True)
        assert Incident.objects.latest("pk").files.count() == 1
    assert "At most 4" in receive(who, [incoming("incident", data, files=[PHOTO] * 5)])[0].told


@given(st.binary(max_size=200))
def test_any_bytes_are_a_photo_or_refused(content: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff"):
        with contextlib.suppress(NotAPhoto):
            assert b"Exif" not in without_metadata(start + content).split(b"\xff\xda")[0]
    ending_of(content)


def test_claims_changes_broadcasts_and_handovers(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    Movement.objects.update(version=2)
    Duty.objects.filter(pk=scene.duty.pk).update(version=3)
    movement = Movement.objects.get()
    broadcast = Broadcast.objects.create(
        desk=officer.desk, programme=scene.programme, subject="Rain", text="Umbrellas"
    )
    BroadcastReceiver.objects.create(broadcast=broadcast, officer=scene.sari)
    handover = Handover.objects.create(
        desk=officer.desk, roster=scene.roster, outgoing=scene.tono, incoming=scene.sari, text="Two bags"
    )
    day = timezone.localdate().isoformat()
    deeds = [
        incoming(
            "claim", {"kind": "expense", "day": day, "amount": "25000", "currency": "idr", "text": "Taxi"}
        ),
        incoming("claim", {"kind": "hours", "day": day, "minutes": 90, "text": "Waited"}),
        incoming("seen", {"kind": "movement", "id": movement.pk, "version": 2}),
        incoming("broadcast", {"id": broadcast.pk}),
        incoming("handover", {"id": handover.pk}),
    ]
    assert [answer.outcome for answer in receive(who, deeds)] == ["done"] * 5
    assert sorted(Claim.objects.values_list("kind", "currency", "minutes")) == [
        ("expense", "IDR", None),
        ("hours", "", 90),
    ]
    assert ChangeSeen.objects.count() == 1
    told = json.dumps(document(who, timezone.now()), default=str)
    assert told.count('"changed": true') == 1  # the duty's third version
    handover.refresh_from_db()
    assert handover.acknowledged_at
    assert Entry.objects.filter(kind="field.acknowledged").count() == 1
    theirs = receive(signed_in(officer, scene.tono), [incoming("handover", {"id": handover.pk})])
    assert theirs[0].outcome == "refused"


@pytest.mark.parametrize(
    "data", [{}, {"duty": "x"}, {"duty": True}, {"duty": -1}, {"duty": 10**30}, {"duty": 1, "reason": {}}]
)
def test_whatever_cannot_be_read_is_refused_in_words(officer: Actor, data: dict[str, object]) -> None:
    who = signed_in(officer, games(officer).sari)
    for kind in (
        "scan",
        "check",
        "seen",
        "broadcast",
        "handover",
        "incident",
        "claim",
        "cannot",
        "can",
        "hand_over",
        "nothing",
    ):
        answer = receive(who, [incoming(kind, data)])[0]
        assert (answer.outcome, bool(answer.told)) == ("refused", True), kind


@pytest.mark.parametrize("said", ["", "[", "{}", "[1]", '[{"key": "x"}]', "null"])
def test_request_that_is_no_list_of_deeds_is_refused(officer: Actor, said: str) -> None:
    phone = client_on(officer, games(officer).sari)
    answer = phone.post("/duty/deeds/", {"deeds": said, "sent_at": timezone.now().isoformat()})
    assert answer.status_code in {200, 400}
    assert not Deed.objects.exists()


def test_document_takes_as_many_queries_for_many_duties_as_for_one(
    officer: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    scene = games(officer)
    phone: Client = client_on(officer, scene.leader)
    phone.get("/duty/data/")
    with django_assert_max_num_queries(26):
        phone.get("/duty/data/")
