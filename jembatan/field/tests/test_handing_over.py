"""Officers hand over to those who come next; what they write is never lost, also where nobody comes any more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.deployment.models import Assignment, Handover
from jembatan.deployment.tests.scene import put
from jembatan.field.actions.deeds.receive import KINDS, receive
from jembatan.field.models import Incident
from jembatan.field.queries.duties import seats_of
from jembatan.field.queries.following import followers
from jembatan.field.tests.scene import (
    Games,
    client_on,
    desk_address,
    games,
    hand_over,
    incoming,
    signed_in,
)
from jembatan.journal.models import Entry
from jembatan.programmes.models import Duty, Officer

ClientOf = Callable[[Actor], Client]


def later(scene: Games, officer: Officer, title: str, *, hours: int) -> Assignment:
    """Another duty with the same delegation, so many hours after Sari's has begun."""
    begins = scene.duty.starts_at + timedelta(hours=hours)
    duty = Duty.objects.create(
        desk=scene.programme.desk,
        programme=scene.programme,
        delegation=scene.akitsu,
        title=title,
        place=scene.place,
        day=scene.duty.day,
        starts_at=begins,
        ends_at=begins + timedelta(hours=3),
    )
    return put(scene.roster, duty, officer)


def test_officer_hands_over_to_whoever_comes_next_and_sees_it_acknowledged(officer: Actor) -> None:
    desk_address(officer.desk)
    scene = games(officer)
    later(scene, scene.leader, "Dinner of Akitsu", hours=3)
    sari, leader = client_on(officer, scene.sari), client_on(officer, scene.leader)
    assert sari.get("/duty/data/").json()["duties"][0]["next"] == ["Lead"]
    said = incoming("hand_over", {"duty": scene.duty.pk, "text": "Two bags are missing"})
    answer = receive(signed_in(officer, scene.sari), [said])[0]
    assert (answer.outcome, answer.told) == ("done", "Handed over: Lead")
    got = leader.get("/duty/data/").json()["handovers"]
    assert [(each["from"], each["text"]) for each in got] == [("Sari", "Two bags are missing")]
    assert "Two bags are missing" in OutgoingMail.objects.get().draft.text
    receive(signed_in(officer, scene.leader), [incoming("handover", {"id": Handover.objects.get().pk})])
    given = sari.get("/duty/data/").json()["given"]
    assert [(each["to"], bool(each["acknowledged_at"])) for each in given] == [("Lead", True)]


def test_whoever_goes_on_themselves_has_nobody_to_hand_over_to(officer: Actor) -> None:
    scene = games(officer)
    later(scene, scene.leader, "Evening", hours=6)
    own = list(seats_of(scene.sari))
    assert followers(scene.sari, own) == {scene.duty.pk: [scene.leader]}
    again = later(scene, scene.sari, "Afternoon", hours=3)
    seats = list(seats_of(scene.sari))
    assert followers(scene.sari, seats) == {scene.duty.pk: [], again.duty_id: [scene.leader]}


def test_what_was_written_reaches_the_desk_where_nobody_comes_next_any_more(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    for duty in (scene.duty.pk, 2**40):
        answer = receive(who, [incoming("hand_over", {"duty": duty, "text": "Two bags are missing"})])[0]
        assert answer.outcome == "done"
        assert "Nobody comes next there any more" in answer.told
    assert list(Incident.objects.values_list("text", "severity")) == [("Two bags are missing", "note")] * 2
    assert not Handover.objects.exists()
    assert receive(who, [incoming("hand_over", {"duty": 1, "text": " "})])[0].outcome == "refused"


def test_desk_reads_what_was_handed_over(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    scene = games(officer)
    hand_over(officer, scene, "Two bags are missing")
    for who in (officer, reader):
        page = client_of(who).get(f"/programmes/{scene.programme.pk}/field/").content.decode()
        assert "Two bags are missing" in page


def test_lines_of_the_field_are_in_the_language_of_the_desk_whoever_acts(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    assert officer.desk.language == "en"
    with translation.override("id"):
        hand_over(officer, scene)
        receive(who, [incoming("incident", {"text": "Hujan", "severity": "urgent"})])
    for kind, told in (
        ("field.handed_over", "Handover given: officer 2 to officer 1"),
        ("field.incident", "Incident reported by officer 2: urgent"),
    ):
        assert Entry.objects.get(kind=kind).summary == told


def test_deed_that_breaks_waits_stops_no_other_and_leaves_no_words_in_the_log(
    officer: Actor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    who = signed_in(officer, games(officer).sari)

    def broken(*_said: object) -> str:
        raise IntegrityError("Failing row contains (Takes insulin)")

    monkeypatch.setitem(KINDS, "incident", broken)
    said = [
        incoming("incident", {"text": "Takes insulin"}),
        incoming("hand_over", {"duty": 1, "text": "Bags"}),
    ]
    assert [each.outcome for each in receive(who, said)] == ["later", "done"]
    assert "A deed of kind incident was not taken: IntegrityError" in caplog.text
    assert "insulin" not in caplog.text


def test_leader_sees_who_of_the_team_needs_help_and_nobody_else_does(officer: Actor) -> None:
    scene = games(officer)
    for severity in ("urgent", "note"):
        said = {"text": f"Of kind {severity}", "severity": severity}
        receive(signed_in(officer, scene.sari), [incoming("incident", said)])
    leader, tono = client_on(officer, scene.leader), client_on(officer, scene.tono)
    told = leader.get("/duty/data/").json()["troubles"]
    assert [(each["name"], each["text"]) for each in told] == [("Sari", "Of kind urgent")]
    assert tono.get("/duty/data/").json()["troubles"] == []
    Incident.objects.update(settled_at=scene.duty.starts_at)
    assert leader.get("/duty/data/").json()["troubles"] == []


def test_document_asks_as_often_for_three_who_come_next_as_for_one(officer: Actor) -> None:
    scene = games(officer)
    phone, counts = client_on(officer, scene.sari), []
    for hours in (3, 6, 9):
        later(scene, scene.leader, f"Duty {hours}", hours=hours)
        with CaptureQueriesContext(connection) as queries:
            phone.get("/duty/data/")
        counts.append(len(queries))
    assert len(set(counts)) == 1


def test_handover_that_nobody_has_read_is_not_hidden_by_later_ones(officer: Actor) -> None:
    scene = games(officer)
    unread = hand_over(officer, scene, "Two bags are missing")
    said = {"desk": unread.desk, "roster": unread.roster, "outgoing": unread.outgoing}
    for number in range(20):
        text = f"Nothing {number}"
        Handover.objects.create(
            **said, incoming=unread.incoming, text=text, acknowledged_at=timezone.now(), made_by=officer.user
        )
    told = client_on(officer, unread.incoming).get("/duty/data/").json()["handovers"]
    assert [each["text"] for each in told[:2]] == ["Two bags are missing", "Nothing 19"]
