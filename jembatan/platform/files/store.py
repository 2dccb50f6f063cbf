"""Putting bytes away once and getting them back."""

import hashlib
from collections.abc import Mapping
from io import BufferedReader
from typing import IO

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import connection

from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.models.stored_file import path_of


def keep(content: bytes) -> StoredFile:
    """The stored file with this content; written only if it is not there yet. The bytes are safe before the row exists."""
    digest = hashlib.sha256(content).hexdigest()
    keep_bytes({digest: content})
    return _row(digest, len(content))


def keep_bytes(contents: Mapping[str, bytes]) -> None:
    """The half of `keep` for bulk imports, before `keep_rows`: bytes on the storage, by their digests."""
    new = {path_of(digest): content for digest, content in contents.items() if not _is_there(path_of(digest))}
    save_all = getattr(default_storage, "save_all", _save_each)
    save_all(new)


def _save_each(contents: Mapping[str, bytes]) -> None:
    for path, content in contents.items():
        default_storage.save(path, ContentFile(content))


def keep_rows(sizes: Mapping[str, int]) -> dict[str, int]:
    """The other half: ids by digest. They are held, together with others who store them, until the transaction ends: none is swept away."""
    table = StoredFile._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (digest, size, created_at) SELECT digest, size, now()"
            " FROM unnest(%s::text[], %s::bigint[]) AS new (digest, size) ON CONFLICT (digest) DO NOTHING",
            [list(sizes), list(sizes.values())],
        )
        cursor.execute(f"SELECT digest, id FROM {table} WHERE digest = ANY(%s) FOR KEY SHARE", [list(sizes)])
        return dict(cursor.fetchall())


def open_stored(file: StoredFile) -> IO[bytes]:
    """The content, opened for reading in binary."""
    return default_storage.open(file.path, "rb")


def keep_from(content: BufferedReader) -> StoredFile:
    """`keep` for a file of any size: read twice, never held in memory."""
    digest = hashlib.file_digest(content, "sha256").hexdigest()
    path = path_of(digest)
    if not _is_there(path):
        content.seek(0)
        default_storage.save(path, File(content))
    return _row(digest, default_storage.size(path))


def _row(digest: str, size: int) -> StoredFile:
    return StoredFile.objects.get(pk=keep_rows({digest: size})[digest])


def _is_there(path: str) -> bool:
    """It is, and stays: whoever stores a content renews its file, see `sweeping`."""
    renew = getattr(default_storage, "renew", default_storage.exists)
    return bool(renew(path))
