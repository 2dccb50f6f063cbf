"""Content is kept once, whole, under its digest."""

import hashlib

import pytest
from django.core.files.storage import default_storage

from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.store import keep, open_stored

pytestmark = pytest.mark.django_db


def test_keep_stores_the_same_content_once() -> None:
    first, second = keep(b"nota dinas"), keep(b"nota dinas")
    assert first == second
    assert (first.digest, first.size) == (hashlib.sha256(b"nota dinas").hexdigest(), 10)
    assert StoredFile.objects.count() == 1


def test_open_stored_gives_the_bytes_back() -> None:
    with open_stored(keep(b"\x00surat\xff")) as file:
        assert file.read() == b"\x00surat\xff"


def test_keep_writes_a_missing_content_again() -> None:
    stored = keep(b"lampiran")
    default_storage.delete(stored.path)
    keep(b"lampiran")
    with open_stored(stored) as file:
        assert file.read() == b"lampiran"
