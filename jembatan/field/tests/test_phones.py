"""Who gets in by a link, what a phone may know, and when it ends."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingMail
from jembatan.deployment.actions.offers import offer_seat
from jembatan.deployment.actions.seats import Seat
from jembatan.deployment.models import Assignment
from jembatan.deployment.tests.scene import put
from jembatan.dossiers.actions.access import restrict
from jembatan.field.actions.phones import end_phones, give_link, mail_link
from jembatan.field.models import Phone, PhoneLink
from jembatan.field.queries.document import document
from jembatan.field.tests.scene import client_on, desk_address, games, signed_in
from jembatan.platform.markings import Marking
from jembatan.programmes.actions.movements import change_movement
from jembatan.programmes.models import Duty, Movement, Officer, Programme

ClientOf = Callable[[Actor], Client]


def path(link: str) -> str:
    """Of a whole address."""
    return "/duty/in/" + link.rstrip("/").split("/")[-1] + "/"


def known(client: Client) -> str:
    """All that the phone gets."""
    answer = client.get("/duty/data/")
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def test_link_lets_one_device_in_and_only_digests_are_kept(officer: Actor) -> None:
    link = path(give_link(officer, games(officer).sari))
    first, second = (Client(headers={"accept-language": "en"}) for _ in range(2))
    assert "Use this phone" in first.get(link).content.decode()
    assert not Phone.objects.exists()
    assert first.post(link).headers["Location"] == "/duty/"
    assert second.post(link).status_code == 410
    assert first.get("/duty/data/").status_code == 200
    assert second.get("/duty/data/").status_code == 401
    cookie = first.cookies["jembatan_duty"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/duty/")
    kept = [
        *PhoneLink.objects.values_list("digest", flat=True),
        *Phone.objects.values_list("digest", flat=True),
    ]
    assert not {cookie.value, link.split("/")[-2]} & set(kept)


def test_phone_knows_own_duties_and_delegation_and_nothing_else(officer: Actor) -> None:
    scene = games(officer)
    told = known(client_on(officer, scene.sari))
    for word in ("Lunch", "Akitsu", "Aiko Tanaka", "No shellfish", "Pak Dedi", "Lead"):
        assert word in told
    for word in ("Dinner", "Borneo", "insulin", "Threatened", "Tono", "TLP:RED"):
        assert word not in told
    others = known(client_on(officer, scene.tono))
    assert "Borneo" in others
    assert "Akitsu" not in others
    assert json.loads(known(client_on(officer, scene.leader)))["team"][0]["name"] == "Sari"


def test_document_asks_the_database_as_often_whatever_it_holds(officer: Actor) -> None:
    scene = games(officer)
    who = signed_in(officer, scene.sari)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            document(who, timezone.now())
        return len(queries)

    counts = []
    for hours in (5, 9):
        begins = timezone.now() + timedelta(hours=hours)
        duty = Duty.objects.create(
            desk=officer.desk,
            programme=scene.programme,
            delegation=scene.akitsu,
            title=f"Duty {hours}",
            day=begins.date(),
            starts_at=begins,
            ends_at=begins + timedelta(hours=1),
            officers=2,
        )
        put(scene.roster, duty, scene.sari)
        until = timezone.now() + timedelta(days=1)
        offer_seat(officer, scene.roster, Seat(duty.pk, 2), [scene.sari.pk], until=until)
        movement = Movement.objects.get()
        change_movement(officer, movement, version=movement.version, vehicles=f"{hours} buses")
        counts.append(asked())
    assert counts[0] == counts[1]


def test_strangers_ended_officers_and_phones_signed_out_by_the_desk_get_nothing(
    officer: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    assert Client().get("/duty/data/").status_code == 401
    assert client_of(officer).get("/duty/data/").status_code == 401
    assert client_of(stranger).post(f"/programmes/officers/{scene.sari.pk}/phone/").status_code == 404
    phone = client_on(officer, scene.sari)
    end_phones(officer, scene.sari)
    assert phone.get("/duty/data/").status_code == 401
    again = client_on(officer, scene.sari)
    Officer.objects.filter(pk=scene.sari.pk).update(status=Officer.Status.ENDED)
    assert again.get("/duty/data/").status_code == 401
    assert (
        again.post("/duty/deeds/", {"deeds": "[]", "sent_at": timezone.now().isoformat()}).status_code == 401
    )


def test_phone_ends_some_time_after_the_last_duty_but_may_still_deliver(officer: Actor) -> None:
    scene = games(officer)
    phone = client_on(officer, scene.sari)
    Duty.objects.filter(pk=scene.duty.pk).update(
        starts_at=timezone.now() - timedelta(hours=20), ends_at=timezone.now() - timedelta(hours=13)
    )
    assert "over" in phone.get("/duty/data/").json()
    sent = {"deeds": "[]", "sent_at": timezone.now().isoformat()}
    assert phone.post("/duty/deeds/", sent).status_code == 200
    Duty.objects.filter(pk=scene.duty.pk).update(
        starts_at=timezone.now() - timedelta(days=9), ends_at=timezone.now() - timedelta(days=8)
    )
    assert phone.post("/duty/deeds/", sent).status_code == 401


def test_whoever_was_replaced_sees_the_delegation_no_more(officer: Actor) -> None:
    scene = games(officer)
    phone = client_on(officer, scene.sari)
    Assignment.objects.filter(duty=scene.duty).update(state=Assignment.State.TAKEN_OVER)
    assert "Akitsu" not in known(phone)


def test_phone_of_a_restricted_programme_still_sees_its_duties(officer: Actor) -> None:
    scene = games(officer)
    phone = client_on(officer, scene.sari)
    restrict(officer, scene.programme.dossier)
    assert "Lunch" in known(phone)
    Programme.objects.filter(pk=scene.programme.pk).update(marking=Marking.RED)
    assert phone.get("/duty/data/").status_code == 401
    with pytest.raises(PermissionDenied):
        give_link(officer, scene.sari)


def test_link_goes_out_by_the_outbox_and_a_new_one_voids_it(officer: Actor, drafter: Actor) -> None:
    scene = games(officer)
    desk_address(officer.desk)
    mail_link(officer, scene.sari)
    mail = OutgoingMail.objects.get()
    assert PhoneLink.objects.get().officer == scene.sari
    assert "sari@lo.example" in str(mail.receivers.values())
    give_link(officer, scene.sari)
    assert PhoneLink.objects.filter(revoked_at=None).count() == 1
    with pytest.raises(PermissionDenied):
        give_link(drafter, scene.sari)


def test_signing_out_ends_the_device(officer: Actor) -> None:
    phone = client_on(officer, games(officer).sari)
    cookie = phone.cookies["jembatan_duty"].value
    phone.post("/duty/leaving/")
    phone.cookies["jembatan_duty"] = cookie
    assert phone.get("/duty/data/").status_code == 401


def test_officer_is_locked_so_that_nobody_waits_who_only_refers_to_them(officer: Actor) -> None:
    scene = games(officer)
    with CaptureQueriesContext(connection) as asked:
        give_link(officer, scene.sari)
        end_phones(officer, scene.sari)
    locks = [each["sql"] for each in asked if " UPDATE OF " in each["sql"]]
    assert ["FOR NO KEY UPDATE" in sql for sql in locks] == [True, True]
