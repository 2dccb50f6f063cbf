"""Putting bytes away once and getting them back."""

import hashlib
from io import BufferedReader
from typing import IO

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from jembatan.platform.files.models import StoredFile


def keep(content: bytes) -> StoredFile:
    """The stored file with this content; written only if it is not there yet. The bytes are safe before the row exists."""
    digest = hashlib.sha256(content).hexdigest()
    keep_bytes(digest, content)
    return StoredFile.objects.get_or_create(digest=digest, defaults={"size": len(content)})[0]


def keep_bytes(digest: str, content: bytes) -> None:
    """The half of `keep` for bulk imports that write the rows themselves: bytes on the storage, under their digest."""
    path = f"{digest[:2]}/{digest}"
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))


def open_stored(file: StoredFile) -> IO[bytes]:
    """The content, opened for reading in binary."""
    return default_storage.open(file.path, "rb")


def keep_from(content: BufferedReader) -> StoredFile:
    """`keep` for a file of any size: read twice, never held in memory."""
    digest = hashlib.file_digest(content, "sha256").hexdigest()
    path = f"{digest[:2]}/{digest}"
    if not default_storage.exists(path):
        content.seek(0)
        default_storage.save(path, File(content))
    size = default_storage.size(path)
    return StoredFile.objects.get_or_create(digest=digest, defaults={"size": size})[0]
