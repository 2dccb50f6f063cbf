"""Photos of a chunk, each content stored once."""

import hashlib
from collections.abc import Iterable

from jembatan.directory.formats.contact import Contact
from jembatan.platform.files.store import keep_bytes, keep_rows

PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF")


def keep_photos(contacts: Iterable[Contact]) -> dict[bytes, int]:
    """Stored files' ids by content; what is no picture that a browser shows is left out."""
    digests = {
        hashlib.sha256(contact.photo).hexdigest(): contact.photo
        for contact in contacts
        if contact.photo.startswith(PICTURES)
    }
    keep_bytes(digests)
    stored = keep_rows({digest: len(content) for digest, content in digests.items()})
    return {digests[digest]: pk for digest, pk in stored.items()}
