"""Attachments, each content stored once: bytes first, then the rows that point at them."""

from collections.abc import Iterable

from django.db import connection

from jembatan.correspondence.actions.filing.copying import copy_rows
from jembatan.correspondence.formats.reading import KeptAttachment
from jembatan.correspondence.models import MessageAttachment
from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.store import keep_bytes

COLUMNS = ("message_id", "file_id", "name", "type", "content_id", "inline")


def keep_attachments(found: Iterable[tuple[int, KeptAttachment]]) -> None:
    """Store what came with these messages (by their ids)."""
    found = list(found)
    contents = {kept.digest: kept.attachment.content for _message, kept in found}
    if not contents:
        return
    for digest, content in contents.items():
        keep_bytes(digest, content)
    ids = _stored_files({digest: len(content) for digest, content in contents.items()})
    copy_rows(
        MessageAttachment,
        COLUMNS,
        (
            (pk, ids[kept.digest], each.name, each.type, each.content_id, each.inline)
            for pk, kept in found
            for each in (kept.attachment,)
        ),
    )


def _stored_files(sizes: dict[str, int]) -> dict[str, int]:
    """Ids by digest; rows that do not exist yet are made."""
    table = StoredFile._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (digest, size, created_at) SELECT digest, size, now()"
            " FROM unnest(%s::text[], %s::bigint[]) AS new (digest, size) ON CONFLICT (digest) DO NOTHING",
            [list(sizes), list(sizes.values())],
        )
    return dict(StoredFile.objects.filter(digest__in=sizes).values_list("digest", "pk"))
