"""Files of a matter keep their versions."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.files import put_in_file
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import Dossier, FileVersion
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def dossier(officer: Actor) -> Dossier:
    return open_dossier(officer, "MoU Selat")


def test_same_name_is_the_next_version_at_the_higher_marking(
    officer: Actor, reader: Actor, dossier: Dossier
) -> None:
    first = put_in_file(officer, dossier, b"satu", name="naskah.docx", marking=Marking.AMBER)
    again = put_in_file(officer, dossier, b"satu", name="naskah.docx", marking=Marking.GREEN)
    second = put_in_file(officer, dossier, b"dua", name="naskah.docx", marking=Marking.GREEN, note="Pasal 7")
    assert (again, second.number, second.of) == (first, 2, first.of)
    second.of.refresh_from_db()
    assert second.of.marking == "TLP:AMBER"
    for content, name in ((b"", "kosong.txt"),):
        with pytest.raises(Refused):
            put_in_file(officer, dossier, content, name=name, marking=Marking.GREEN)
    with pytest.raises(PermissionDenied):
        put_in_file(reader, dossier, b"x", name="x.txt", marking=Marking.GREEN)
    with pytest.raises(DatabaseError), transaction.atomic():
        FileVersion.objects.filter(pk=first.pk).update(note="lain")


def test_file_is_put_in_replaced_read_and_taken_out_by_its_pages(
    drafter: Actor, dossier: Dossier, client_of: ClientOf
) -> None:
    client, address = client_of(drafter), f"/dossiers/{dossier.pk}/files/"
    for content in (b"satu", b"dua"):
        upload = SimpleUploadedFile("naskah.txt", content)
        client.post(f"{address}new/", {"file": upload, "marking": "TLP:GREEN", "note": content.decode()})
    page = client.get(address).text
    assert ("version 2" in page, "Earlier versions" in page, page.count("naskah.txt") > 1) == (
        True,
        True,
        True,
    )
    older = FileVersion.objects.get(number=1)
    served = client.get(f"{address}versions/{older.pk}/")
    assert (
        b"".join(getattr(served, "streaming_content", [])),
        "attachment" in served["Content-Disposition"],
    ) == (b"satu", True)
    client.post(f"{address}{older.of_id}/removal/")
    assert "naskah.txt" not in client.get(address).text.replace("“naskah.txt” is taken out.", "")
    client.post(f"{address}{older.of_id}/return/")
    assert "version 2" in client.get(address).text
