"""Who has not come is noted once, told to the leader, and shown on the programme's page."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.deployment.models import Assignment
from jembatan.deployment.queries.proposals import open_proposals
from jembatan.deployment.queries.situation import situation
from jembatan.field.actions.deeds.receive import receive
from jembatan.field.actions.lateness import note_lateness
from jembatan.field.events import DidNotCome
from jembatan.field.models import Incident, Lateness
from jembatan.field.queries.duties import seats_of
from jembatan.field.queries.lateness import not_come
from jembatan.field.tests.scene import desk_address, games, incoming, signed_in
from jembatan.platform.events import listen
from jembatan.programmes.models import Programme

ClientOf = Callable[[Actor], Client]


def test_late_officer_is_noted_once_told_and_over_when_they_come(officer: Actor, client_of: ClientOf) -> None:
    heard: list[DidNotCome] = []
    listen(DidNotCome, heard.append)
    scene = games(officer)
    desk_address(officer.desk)
    assert note_lateness() == 0  # nobody works with a phone yet
    leader = signed_in(officer, scene.leader)
    assert [note_lateness(), note_lateness()] == [1, 0]
    assert OutgoingMail.objects.filter(subject="Late: Sari").count() == 1
    page = client_of(officer).get(f"/programmes/{scene.programme.pk}/").content.decode()
    assert "On duty now" in page
    assert "Lunch" in page
    assert heard == []
    note_lateness(timezone.now() + timedelta(minutes=20))
    note_lateness(timezone.now() + timedelta(minutes=21))
    assert [event.officer for event in heard] == [scene.sari]
    assert Lateness.objects.get().missing_at
    assert [each.cause for each in open_proposals(officer)] == ["no_show"]
    page = client_of(officer).get(f"/programmes/{scene.programme.pk}/").content.decode()
    assert f"/officers/{scene.sari.pk}/replacement/?reason=no_show" in page
    receive(leader, [incoming("check", {"officer": scene.sari.pk, "duty": scene.duty.pk, "what": "in"})])
    page = client_of(officer).get(f"/programmes/{scene.programme.pk}/").content.decode()
    assert "Everybody who is due has checked in" in page
    assert not open_proposals(officer).exists()


def test_page_of_those_on_duty_shows_incidents_and_settles_them(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    receive(
        signed_in(officer, scene.sari), [incoming("incident", {"text": "A guest fell", "severity": "help"})]
    )
    address = f"/programmes/{scene.programme.pk}/field/"
    page = client_of(officer).get(address).content.decode()
    assert "A guest fell" in page
    assert "signed in" in page
    assert "/duty/screen/" in page
    assert "/duty/screen/" not in client_of(reader).get(address).content.decode()
    incident = Incident.objects.get()
    client_of(officer).post(f"/incidents/{incident.pk}/settling/")
    incident.refresh_from_db()
    assert incident.settled_by == officer.user
    client_of(officer).post(f"/incidents/{incident.pk}/settling/", {"open": "1"})
    assert Incident.objects.get().settled_at is None


def test_link_is_shown_once_with_its_whatsapp_address(officer: Actor, client_of: ClientOf) -> None:
    scene = games(officer)
    address = f"/programmes/officers/{scene.sari.pk}/phone/"
    shown = client_of(officer).post(address, {"do": "show"}).content.decode()
    assert "https://wa.me/62812000000" in shown
    assert "/duty/in/" in shown
    assert "/duty/in/" not in client_of(officer).get(address).content.decode()


def test_whoever_steps_in_while_a_duty_is_under_way_is_late_only_from_then(officer: Actor) -> None:
    scene = games(officer)  # The duty began half an hour ago.
    signed_in(officer, scene.leader)
    seat = seats_of(scene.sari).get()
    Assignment.objects.exclude(pk=seat.pk).delete()
    now = timezone.now()
    Assignment.objects.filter(pk=seat.pk).update(made_at=now)
    late = [bool(not_come(now + timedelta(minutes=after)).count()) for after in (0, 9, 11)]
    assert late == [False, False, True]
    assert not_come(now + timedelta(minutes=46)).get().missing_from == now + timedelta(minutes=45)  # type: ignore[attr-defined]  # annotated


def test_situation_report_says_who_needs_help_and_not_what_for(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)
    receive(who, [incoming("incident", {"text": "Takes insulin", "severity": "urgent"})])
    note_lateness()
    report = situation(officer, scene.programme, language="en")
    first, second = report.sections[:2]
    assert [(line.text, line.detail) for line in first.lines] == [("Urgent", "Sari")]
    assert [(line.text, line.detail) for line in second.lines] == [("Sari", "late · Lunch · Village")]
    assert "insulin" not in str(report)


def test_screen_shows_a_code_that_renews_itself(officer: Actor, client_of: ClientOf) -> None:
    scene = games(officer)
    page = client_of(officer).get(f"/programmes/{scene.programme.pk}/field/").content.decode()
    Programme.objects.update(zone="Asia/Tokyo")
    start = page.index("/duty/screen/")
    screen = Client().get(page[start : page.index('"', start)])
    assert "JST (UTC+9)" in screen.content.decode()
    assert screen.status_code == 200
    assert 0 < int(screen.headers["Refresh"]) <= 61
    assert "data:image/svg+xml" in screen.content.decode()
    assert Client().get("/duty/screen/1-1-9999999999~forged/").status_code == 404


def test_page_of_a_phone_says_nothing_about_anybody_and_its_worker_stands_beside_it() -> None:
    answer = Client().get("/duty/at/1-1-abc/")
    assert answer.status_code == 200
    assert 'data-deeds="/duty/deeds/"' in answer.content.decode()
    worker = Client().get("/duty/worker.js")
    assert worker.headers["Content-Type"] == "text/javascript"
