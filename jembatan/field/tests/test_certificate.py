"""An officer has their own certificate of service on the phone once it is issued: also after the last duty, and nobody else's."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db.utils import IntegrityError
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.certificates import issue_certificates
from jembatan.deployment.models import CertificateIssue
from jembatan.field.actions.phones import end_phones
from jembatan.field.tests.scene import client_on, games
from jembatan.journal.models import Entry
from jembatan.programmes.models import Duty, Officer, Programme

ClientOf = Callable[[Actor], Client]
OWN = "/duty/certificate/"


def text_of(content: bytes) -> str:
    """Of a PDF."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages)


def over(duty: Duty, *, days: float = 0.1) -> None:
    """So long ago."""
    ends = timezone.now() - timedelta(days=days)
    Duty.objects.filter(pk=duty.pk).update(starts_at=ends - timedelta(hours=3), ends_at=ends)


def test_certificate_is_on_the_phone_once_it_is_issued(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    scene = games(officer)
    over(scene.duty)
    phone, other = client_on(officer, scene.sari), client_on(officer, scene.tono)
    assert phone.get("/duty/data/").json()["certificate"] == ""
    assert phone.get(OWN).status_code == 404
    papers = f"/programmes/{scene.programme.pk}/papers/"
    with pytest.raises(PermissionDenied):
        issue_certificates(reader, scene.programme, issued=True)
    done = client_of(officer).post(f"{papers}certificates/issue/", {"issued": "yes"}, follow=True)
    assert "Take them off the phones" in done.content.decode()
    issue_certificates(officer, scene.programme, issued=True)
    assert Entry.objects.filter(summary="Certificates of service issued: Games").count() == 1
    assert phone.get("/duty/data/").json()["certificate"] == OWN
    answer = phone.get(OWN)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "no-store")
    told = text_of(answer.content)
    assert "Sari served as a liaison officer at Games" in told
    assert CertificateIssue.objects.get().signature in told
    for word in ("Tono", "Akitsu"):
        assert word not in told
    assert other.get("/duty/data/").json()["certificate"] == "", "has done nothing yet"
    assert [other.get(OWN).status_code, Client().get(OWN).status_code] == [404, 401]
    client_of(officer).post(f"{papers}certificates/issue/", {"issued": "no"})
    assert phone.get(OWN).status_code == 404
    assert Entry.objects.filter(summary="Certificates of service no longer on phones: Games").exists()


def test_certificate_is_there_after_the_last_duty_until_the_phone_is_signed_out(officer: Actor) -> None:
    scene = games(officer)
    phone = client_on(officer, scene.sari)
    issue_certificates(officer, scene.programme, issued=True)
    over(scene.duty, days=20)
    told = phone.get("/duty/data/")
    assert (told.status_code, told.json()["certificate"]) == (401, OWN)
    assert phone.get(OWN).status_code == 200
    Programme.objects.update(marking="TLP:RED")
    assert phone.get(OWN).status_code == 404
    Programme.objects.update(marking="TLP:AMBER")
    Officer.objects.filter(pk=scene.sari.pk).update(forgotten_at=timezone.now())
    assert phone.get(OWN).status_code == 404
    Officer.objects.filter(pk=scene.sari.pk).update(forgotten_at=None)
    assert phone.get(OWN).status_code == 200
    end_phones(officer, scene.sari)
    assert phone.get(OWN).status_code == 404
    assert phone.get("/duty/data/").json()["certificate"] == ""


def test_desk_makes_that_of_one_officer(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    scene = games(officer)
    page, address = (
        f"/programmes/officers/{scene.sari.pk}/",
        f"/programmes/officers/{scene.sari.pk}/certificate/",
    )
    client = client_of(officer)
    assert address not in client.get(page).content.decode()
    refused = client.post(address, {"language": "en"}, follow=True).content.decode()
    assert "Sari has not done a duty of a published roster yet." in refused
    over(scene.duty)
    assert address in client.get(page).content.decode()
    assert address not in client_of(reader).get(page).content.decode()
    assert client_of(reader).post(address).status_code == 403
    told = text_of(client.post(address, {"language": "en"}).content)
    assert "Sari served as a liaison officer at Games" in told
    assert "Tono" not in told
    assert Entry.objects.filter(summary="Certificate of service: Sari").count() == 1


def test_certificates_bear_a_name(officer: Actor) -> None:
    scene = games(officer)
    with pytest.raises(IntegrityError, match="certificates_bear_a_name"):
        CertificateIssue.objects.create(desk=officer.desk, programme=scene.programme, signature="")
