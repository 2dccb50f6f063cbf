"""Photos of a chunk, each content stored once."""

import hashlib
from collections.abc import Iterable

from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.vcard_writer import is_picture
from jembatan.platform.files.store import keep_bytes, keep_rows


def keep_photos(contacts: Iterable[Contact]) -> dict[bytes, int]:
    """Stored files' ids by content; what is no picture that a browser shows is left out."""
    digests = {
        hashlib.sha256(contact.photo).hexdigest(): contact.photo
        for contact in contacts
        if is_picture(contact.photo)
    }
    keep_bytes(digests)
    stored = keep_rows({digest: len(content) for digest, content in digests.items()})
    return {digests[digest]: pk for digest, pk in stored.items()}
