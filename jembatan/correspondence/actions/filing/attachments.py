"""Attachments, each content stored once: bytes first, then the rows that point at them."""

from collections.abc import Iterable

from jembatan.correspondence.actions.filing.copying import copy_rows
from jembatan.correspondence.formats.reading import KeptAttachment
from jembatan.correspondence.models import MessageAttachment
from jembatan.platform.files.store import keep_bytes, keep_rows

COLUMNS = ("message_id", "file_id", "name", "type", "content_id", "inline")


def keep_attachments(found: Iterable[tuple[int, KeptAttachment]]) -> None:
    """Store what came with these messages (by their ids)."""
    found = list(found)
    contents = {kept.digest: kept.attachment.content for _message, kept in found}
    if not contents:
        return
    keep_bytes(contents)
    ids = keep_rows({digest: len(content) for digest, content in contents.items()})
    copy_rows(
        MessageAttachment,
        COLUMNS,
        (
            (pk, ids[kept.digest], each.name, each.type, each.content_id, each.inline)
            for pk, kept in found
            for each in (kept.attachment,)
        ),
    )
