"""Coordinators check in and out, decide claims, and say when alarms ring; the journal has a line of each, and each is taken back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Reminder
from jembatan.correspondence.queries.matters import told_of
from jembatan.deployment.models import Proposal
from jembatan.deployment.tests.scene import put
from jembatan.field.actions.alarms import set_alarm_times
from jembatan.field.actions.attending import Witness, come
from jembatan.field.actions.claims import decide_claim
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.actions.desk_checking import check_by_desk, take_check_back
from jembatan.field.actions.lateness import note_lateness
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import AlarmTimes, Attendance, Claim, ClaimFile, Incident, Lateness
from jembatan.field.queries.document import document
from jembatan.field.queries.duties import seats_of
from jembatan.field.tests.scene import client_on, games, hand_over, incoming, signed_in
from jembatan.field.tests.test_deeds import PHOTO
from jembatan.journal.models import Entry
from jembatan.programmes.models import Duty

ClientOf = Callable[[Actor], Client]


def test_coordinator_checks_in_and_out_and_takes_it_back(officer: Actor, client_of: ClientOf) -> None:
    scene = games(officer)
    signed_in(officer, scene.leader)
    note_lateness()
    seat = seats_of(scene.sari).get()
    desk, address = client_of(officer), f"/programmes/seats/{seat.pk}/check/"
    field, phones = f"/programmes/{scene.programme.pk}/field/", f"/programmes/officers/{scene.sari.pk}/phone/"
    assert address in desk.get(field).content.decode()
    desk.post(address, {"what": "in", "next": field})
    row = Attendance.objects.get()
    assert (row.officer, row.in_how, row.in_user) == (scene.sari, "desk", officer.user)
    assert "Everybody who is due has checked in" in desk.get(field).content.decode()
    desk.post(address, {"what": "out"})
    row.refresh_from_db()
    assert (row.out_how, row.out_user) == ("desk", officer.user)
    desk.post(address, {"what": "back"})
    assert "Check out" in desk.get(phones).content.decode()
    desk.post(address, {"what": "back"})
    assert not Attendance.objects.exists()
    assert Entry.objects.filter(kind="field.checked").count() == 4


def test_desk_takes_back_only_what_it_said_and_readers_say_nothing(
    officer: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    leader = signed_in(officer, scene.leader)
    seat = seats_of(scene.sari).get()
    receive(leader, [incoming("check", {"officer": scene.sari.pk, "duty": scene.duty.pk, "what": "in"})])
    client_of(officer).post(f"/programmes/seats/{seat.pk}/check/", {"what": "back"})
    assert Attendance.objects.get().in_by == scene.leader
    with pytest.raises(PermissionDenied):
        check_by_desk(reader, seat, going=False)
    with pytest.raises(type(seat).DoesNotExist):
        check_by_desk(stranger, seat, going=False)


def test_of_two_who_check_somebody_in_at_one_moment_the_first_counts(officer: Actor) -> None:
    scene = games(officer)
    seat, now = seats_of(scene.sari).get(), timezone.now()
    come(seat, now, Witness(Attendance.How.CODE))
    assert come(seat, now, Witness(Attendance.How.DESK, user=officer.user)) == "Sari is checked in already."
    assert Attendance.objects.get().in_how == "code"


def test_no_show_who_was_checked_in_by_mistake_is_to_be_replaced_again(officer: Actor) -> None:
    scene = games(officer)
    signed_in(officer, scene.leader)
    note_lateness(timezone.now() + timedelta(minutes=20))
    seat, asked = seats_of(scene.sari).get(), Proposal.objects.filter(cause="no_show", state="open")
    assert asked.count() == 1
    check_by_desk(officer, seat, going=False)
    assert not asked.exists()
    take_check_back(officer, seat)
    assert asked.get().officer == scene.sari


def test_claim_is_decided_and_the_officer_reads_why(
    officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    phone = client_on(officer, scene.sari)
    claim = Claim.objects.create(
        desk=officer.desk,
        officer=scene.sari,
        kind="hours",
        day=timezone.localdate(),
        minutes=90,
        text="Queue",
    )
    with pytest.raises(PermissionDenied):
        decide_claim(drafter, claim, Claim.State.ACCEPTED)
    with pytest.raises(Refused):
        decide_claim(officer, claim, Claim.State.DECLINED, reason=" ")
    desk, address = client_of(officer), f"/programmes/claims/{claim.pk}/"
    desk.post(address, {"state": "declined", "reason": "Counted already"})
    told = phone.get("/duty/data/").json()["claims"]
    assert [(each["state"], each["reason"]) for each in told] == [("declined", "Counted already")]
    desk.post(address, {"state": "waiting"})
    desk.post(address, {"state": "accepted"})
    claim.refresh_from_db()
    assert (claim.state, claim.reason, claim.decided_by) == ("accepted", "", officer.user)
    lines = Entry.objects.filter(kind="field.claim").values_list("summary", flat=True)
    assert len(lines) == 3
    assert not any("Queue" in line or "Sari" in line for line in lines)


def test_incident_that_wants_help_stands_on_today_until_it_is_settled(
    officer: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    for severity in ("note", "help", "urgent"):
        receive(who, [incoming("incident", {"text": f"Of kind {severity}", "severity": severity})])
    page = client_of(officer).get("/").content.decode()
    assert "Of kind note" not in page
    assert page.index("Of kind urgent") < page.index("Of kind help")
    for other in (reader, stranger):
        assert "Of kind" not in client_of(other).get("/").content.decode()
    for incident in Incident.objects.all():
        client_of(officer).post(f"/incidents/{incident.pk}/settling/")
    assert "Of kind" not in client_of(officer).get("/").content.decode()


def test_receipt_comes_with_the_claim_and_is_seen_by_who_decides(
    officer: Actor, drafter: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    day = timezone.localdate().isoformat()
    spent: dict[str, object] = {
        "kind": "expense",
        "day": day,
        "amount": "25000",
        "currency": "IDR",
        "text": "Taxi",
    }
    who = signed_in(officer, scene.sari)
    told = receive(who, [incoming("claim", spent, files=[PHOTO, b"MZ program"])])[0]
    assert (told.outcome, "but not every file" in told.told) == ("done", True)
    [receipt] = ClaimFile.objects.all()
    assert receipt.name == f"receipt-{receipt.claim_id}-1.jpg"
    assert document(who, timezone.now())["claims"][0]["receipts"] == 1  # type: ignore[index]  # as deep as JSON
    field, address = f"/programmes/{scene.programme.pk}/field/", f"/programmes/claims/files/{receipt.pk}/"
    assert address in client_of(officer).get(field).content.decode()
    assert address not in client_of(drafter).get(field).content.decode()
    answers = [client_of(actor).get(address) for actor in (officer, drafter, stranger)]
    assert [answer.status_code for answer in answers] == [200, 403, 404]
    assert b"GPS" not in answers[0].getvalue()
    receipt.claim.delete()
    assert not ClaimFile.objects.exists()


def test_alarm_rings_when_the_programme_says(officer: Actor, client_of: ClientOf) -> None:
    scene = games(officer)  # The duty began half an hour ago.
    signed_in(officer, scene.leader)
    address = f"/programmes/{scene.programme.pk}/field/alarms/"
    desk = client_of(officer)
    assert 'value="10"' in desk.get(address).content.decode()
    assert desk.post(address, {"late_after": "50", "missing_after": "40"}).status_code == 422
    desk.post(address, {"late_after": "40", "missing_after": "41"})
    assert note_lateness() == 0
    assert note_lateness(timezone.now() + timedelta(minutes=12)) == 1
    assert Lateness.objects.get().missing_at
    set_alarm_times(officer, scene.programme, late_after=5, missing_after=600)
    assert AlarmTimes.objects.get().missing_after == 600
    assert (
        "Late after 5 minutes, did not come after 600."
        in desk.get(f"/programmes/{scene.programme.pk}/field/").content.decode()
    )


def test_page_of_the_field_asks_as_often_for_three_as_for_one(officer: Actor, client_of: ClientOf) -> None:
    scene = games(officer)
    signed_in(officer, scene.leader)
    desk, counts = client_of(officer), []
    for number in (1, 2):
        for person in (scene.sari, scene.tono, scene.leader)[:number]:
            Claim.objects.create(
                desk=officer.desk, officer=person, kind="hours", day=timezone.localdate(), minutes=5, text="x"
            )
        duty = Duty.objects.get(pk=scene.duty.pk)
        if number == 2:
            duty.pk, duty._state.adding = None, True
            duty.save()
            put(scene.roster, duty, scene.leader)
        hand_over(officer, scene)
        note_lateness()
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(f"/programmes/{scene.programme.pk}/field/").content.decode()
        assert page.count("/check/") == number
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_letters_lead_to_incidents_and_ask_as_often_for_three_as_for_one(
    officer: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    who, counts = signed_in(officer, scene.sari), []
    for number in (1, 3):
        while Incident.objects.count() < number:
            receive(who, [incoming("incident", {"text": "A guest fell", "severity": "note"})])
        rows = [Reminder(matter_kind="incident", matter_id=each.pk) for each in Incident.objects.all()]
        with CaptureQueriesContext(connection) as queries:
            told = told_of(rows)
        assert len(told) == number
        counts.append(len(queries))
    assert counts == [1, 1]
    for (_kind, pk), (_about, page) in told.items():
        place = f"/programmes/{scene.programme.pk}/field/#incident-{pk}"
        assert client_of(reader).get(page)["Location"] == place
        assert client_of(stranger).get(page).status_code == 404
