"""Attachments: kept, never run."""

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.correspondence.tests import scene
from jembatan.platform.files.names import safe_name
from jembatan.platform.files.web.downloads import picture_type

type ClientOf = Callable[[Actor], Client]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("draf.pdf", "draf.pdf"),
        ("laporan\r\nSet-Cookie: a=b.txt", "laporan Set-Cookie_ a=b.txt"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\Users\\x.exe", "C_Users_x.exe"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ('a"b.txt', "a_b.txt"),
        ("", "attachment"),
        ("...", "attachment"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_names_cannot_write_headers_or_walk_folders(name: str, kept: str) -> None:
    assert safe_name(name) == kept


@given(st.text())
def test_any_name_becomes_one_that_a_header_carries(name: str) -> None:
    kept = safe_name(name)

    assert 0 < len(kept) <= 150
    assert not any(ord(character) < 32 or character in '/\\:*?"<>|' for character in kept)


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (scene.PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBP", "image/webp"),
        (b"<svg xmlns", ""),
        (b"<html>", ""),
        (b"", ""),
    ],
)
def test_pictures_are_told_by_their_bytes(beginning: bytes, kind: str) -> None:
    assert picture_type(beginning) == kind


def test_download_is_never_opened_in_place(reader: Actor, client_of: ClientOf) -> None:
    message = scene.message(scene.thread(reader.desk))
    attachment = scene.attachment(message, b"<script>", name="a\r\nX: y.html", type="text/html")

    response = client_of(reader).get(f"/attachments/{attachment.pk}/")

    assert response.getvalue() == b"<script>"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == 'attachment; filename="a X_ y.html"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_picture_is_shown_by_its_bytes_not_by_its_claim(reader: Actor, client_of: ClientOf) -> None:
    message = scene.message(scene.thread(reader.desk))
    picture = scene.attachment(message, scene.PNG, name="a.png", type="image/svg+xml")
    false_picture = scene.attachment(message, b"<svg onload=alert(1)>", name="b.png", type="image/png")
    client = client_of(reader)

    shown = client.get(f"/attachments/{picture.pk}/picture/")

    assert shown.headers["Content-Type"] == "image/png"
    assert shown.getvalue() == scene.PNG
    assert client.get(f"/attachments/{false_picture.pk}/picture/").status_code == 404


def test_strangers_and_outsiders_of_a_restricted_dossier_get_404(
    head: Actor, officer: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    message = scene.message(scene.thread(head.desk))
    attachment = scene.attachment(message, scene.PNG)
    scene.restrict(message.thread)

    for path in (f"/attachments/{attachment.pk}/", f"/attachments/{attachment.pk}/picture/"):
        assert client_of(stranger).get(path).status_code == 404
        assert client_of(officer).get(path).status_code == 404
        assert client_of(head).get(path).getvalue() == scene.PNG
