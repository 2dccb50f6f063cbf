"""What nothing refers to leaves the disk, and nothing else does: not what an import is just storing, not after a kill."""

import os
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.db import connection, transaction
from django.utils import timezone

from demo import cast
from jembatan.accounts.models import Desk
from jembatan.directory.models import Person
from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.storage import LEAVING, WholeFileStorage
from jembatan.platform.files.store import keep, open_stored
from jembatan.platform.files.sweeping import GRACE, sweep_files

LONG_AGO = time.time() - 10 * GRACE.total_seconds()


@pytest.fixture(autouse=True)
def storage(tmp_path: Path) -> Iterator[WholeFileStorage]:
    """A disk of its own."""
    own = WholeFileStorage(location=tmp_path)
    ours = storages["default"]
    place = vars(ours)["_location"]
    vars(ours)["_location"] = str(tmp_path)
    _forget_place(ours)
    yield own
    vars(ours)["_location"] = place
    _forget_place(ours)


def _forget_place(storage: object) -> None:
    for name in ("base_location", "location"):
        vars(storage).pop(name, None)


def aged(storage: WholeFileStorage, content: bytes) -> StoredFile:
    file = keep(content)
    os.utime(storage.path(file.path), (LONG_AGO, LONG_AGO))
    return file


def photo_of_someone(desk: Desk, file: StoredFile) -> Person:
    return Person.objects.create(
        desk=desk, full_name="Sri", name_folded="sri", search_text=" sri", sort_key="sri", photo=file
    )


def read(file: StoredFile) -> bytes:
    with open_stored(file) as content:
        return content.read()


def left(storage: WholeFileStorage) -> set[str]:
    return {path.name for path in Path(storage.location).rglob("*") if path.is_file()}


def test_unreferenced_content_leaves_with_its_row(desk: Desk, storage: WholeFileStorage) -> None:
    aged(storage, b"tak dirujuk")
    photo = aged(storage, b"foto")
    photo_of_someone(desk, photo)

    assert (sweep_files(), sweep_files()) == (1, 0)

    assert left(storage) == {photo.digest}
    assert list(StoredFile.objects.values_list("digest", flat=True)) == [photo.digest]


def test_young_content_stays(db: None, storage: WholeFileStorage) -> None:
    file = keep(b"baru")
    assert sweep_files() == 0
    assert sweep_files(now=timezone.now() + 2 * GRACE) == 1
    assert left(storage) == set()
    assert not StoredFile.objects.filter(pk=file.pk).exists()


def test_content_stored_again_is_young_again(db: None, storage: WholeFileStorage) -> None:
    aged(storage, b"lagi")
    file = keep(b"lagi")
    assert sweep_files() == 0
    assert read(file) == b"lagi"


def test_former_photo_stays_while_its_owner_is_there(desk: Desk, storage: WholeFileStorage) -> None:
    former = aged(storage, b"foto lama")
    person = photo_of_someone(desk, former)
    person.photo = None
    person.save()

    assert sweep_files() == 0
    person.delete()
    assert sweep_files() == 1


def test_what_a_killed_process_left_is_swept(db: None, storage: WholeFileStorage) -> None:
    """Killed after the bytes and before the row; after the row went and before the bytes; in the middle of writing."""
    kept = aged(storage, b"tetap")
    aged(storage, b"tanpa baris")
    StoredFile.objects.exclude(pk=kept.pk).delete()
    folder = Path(storage.path(kept.path)).parent
    for name in (f"{LEAVING}{'0' * 64}", ".draft-x"):
        (folder / name).write_bytes(b"?")
        os.utime(folder / name, (LONG_AGO, LONG_AGO))
    os.utime(storage.path(kept.path))

    assert sweep_files() == 3
    assert left(storage) == {kept.digest}


def test_file_renewed_in_the_very_moment_comes_back(storage: WholeFileStorage, tmp_path: Path) -> None:
    path = tmp_path / "ab" / "abc"
    path.parent.mkdir()
    path.write_bytes(b"isi")

    assert not storage.discard("ab/abc", untouched_since=timezone.now() - timedelta(hours=1))
    assert path.read_bytes() == b"isi"
    assert storage.discard("ab/abc", untouched_since=timezone.now() + timedelta(hours=1))
    assert not storage.renew("ab/abc")


@pytest.mark.django_db(transaction=True)
def test_import_under_way_holds_what_it_stores(storage: WholeFileStorage) -> None:
    """Another connection sweeps, with no grace left, while a transaction has stored a content and not yet committed."""
    desk = cast.open_office()
    aged(storage, b"sama")
    swept: list[int] = []

    def sweep() -> None:
        swept.append(sweep_files())
        connection.close()

    with transaction.atomic():
        file = keep(b"sama")
        os.utime(storage.path(file.path), (LONG_AGO, LONG_AGO))
        worker = threading.Thread(target=sweep)
        worker.start()
        worker.join(timeout=30)
        photo_of_someone(desk, file)

    assert swept == [0]
    assert read(file) == b"sama"
    assert sweep_files() == 0
