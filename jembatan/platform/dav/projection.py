"""Keeping the served texts in step with the records: at the latest when somebody reads, so that nothing stale is ever served."""

import hashlib
import json
from collections.abc import Collection as Many
from collections.abc import Iterable
from datetime import datetime
from itertools import batched
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.utils import timezone

from jembatan.platform.dav.books import Book, Card
from jembatan.platform.dav.models import Collection, Resource, Stale
from jembatan.platform.imports.copy_rows import copy_rows
from jembatan.platform.prepared import Prepared

CHUNK = 1000
SUFFIX = {"VADDRESSBOOK": ".vcf", "VCALENDAR": ".ics"}
FOLLOW = """
    UPDATE dav_resource AS row SET
        uid = new.uid, text = new.text, etag = new.etag, number = new.number, born = new.born, gone = new.gone,
        marking = new.marking, audiences = new.audiences, audience_number = new.audience_number,
        starts_at = new.starts_at, ends_at = new.ends_at, changed_at = new.changed_at
    FROM jsonb_to_recordset(%s::jsonb) AS new (
        id bigint, uid text, text text, etag text, number bigint, born bigint, gone boolean, marking text,
        audiences bigint[], audience_number bigint, starts_at timestamptz, ends_at timestamptz, changed_at timestamptz
    )
    WHERE row.id = new.id
"""
COUNT_ON = "UPDATE dav_collection SET number = %s, changed_at = %s, day = %s WHERE id = %s"
RENEWED = (
    "id",
    "uid",
    "text",
    "etag",
    "number",
    "born",
    "gone",
    "marking",
    "audiences",
    "audience_number",
    "starts_at",
    "ends_at",
    "changed_at",
)


_FOUND = Prepared(lambda desk, book: Collection.objects.filter(desk_id=desk, book=book), -1, "a book")
_CHANGED = Prepared(lambda desk, book: Stale.objects.filter(desk_id=desk, book=book)[:1], -1, "a book")
_LOCKED = Prepared(
    lambda desk, book: Collection.objects.select_for_update().filter(desk_id=desk, book=book), -1, "a book"
)


def collection_of(desk: Any, book: Book) -> Collection:
    """The desk's, up to date with everything that is committed."""
    found = _FOUND.first(desk.pk, book.kind)
    if found is None or _is_behind(found, desk, book):
        return renewed(desk, book)
    return found


@transaction.atomic(savepoint=False)
def renewed(desk: Any, book: Book) -> Collection:
    """The same, its row locked until the transaction ends: nobody else changes or renews it meanwhile."""
    collection = _LOCKED.first(desk.pk, book.kind)
    if collection is None:
        collection, _is_new = Collection.objects.select_for_update().get_or_create(desk=desk, book=book.kind)
    renew_locked(collection, desk, book)
    return collection


def renew_locked(collection: Collection, desk: Any, book: Book, *, known: Resource | None = None) -> None:
    """Bring a collection up to date whose row this transaction has locked; `known` is one of its rows, read since."""
    today, turned = book.turned(desk, collection.day)
    keys = (
        {*book.keys(desk), *_taken(collection)} if collection.day is None else {*turned, *_taken(collection)}
    )
    number, now = collection.number + 1, timezone.now()
    changed = [
        _renew(collection, desk, book, some, number, now, known) for some in batched(sorted(keys), CHUNK)
    ]
    if any(changed):
        collection.number, collection.changed_at = number, now
    if any(changed) or collection.day != today:
        collection.day = today
        with connection.cursor() as cursor:
            cursor.execute(COUNT_ON, [collection.number, collection.changed_at, today, collection.pk])


def _is_behind(collection: Collection, desk: Any, book: Book) -> bool:
    today, _turned = book.turned(desk, None)
    return collection.day != today or _CHANGED.first(desk.pk, book.kind) is not None


def _taken(collection: Collection) -> set[str]:
    """Keys of what changed, whose remembrance is taken away with this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM dav_stale WHERE desk_id = %s AND book = %s RETURNING key",
            [collection.desk_id, collection.book],
        )
        return {key for (key,) in cursor.fetchall()}


def _renew(
    collection: Collection,
    desk: Any,
    book: Book,
    keys: Many[str],
    number: int,
    now: datetime,
    known: Resource | None,
) -> bool:
    """Whether anything became different."""
    cards = {card.key: card for card in book.cards(desk, keys)}
    present = {known.key: known} if known and known.key in keys else {}
    if others := [key for key in keys if key not in present]:
        present |= {row.key: row for row in Resource.objects.filter(collection=collection, key__in=others)}
    changed = [row for row in present.values() if _followed(row, cards.get(row.key), number, now)]
    new = [
        _new(collection, card, number, now, suffix=SUFFIX[book.tag])
        for key, card in cards.items()
        if key not in present
    ]
    if new:
        _name_apart(collection, new, number)
    # Those that go first: the uid of one may be the next one's.
    _write([row for row in changed if row.gone])
    _write([row for row in changed if not row.gone])
    if new:
        copy_rows(new)
    return bool(changed or new)


def _write(rows: list[Resource]) -> None:
    """One statement for any number of them."""
    if rows:
        told = json.dumps(
            [{name: getattr(row, name) for name in RENEWED} for row in rows], cls=DjangoJSONEncoder
        )
        with connection.cursor() as cursor:
            cursor.execute(FOLLOW, [told])


def _followed(row: Resource, card: Card | None, number: int, now: datetime) -> bool:
    """Bring a row into step with its record; False where nothing has changed."""
    if card is None:
        if row.gone:
            return False
        row.gone, row.text = True, ""
    else:
        audiences, text = sorted(card.audiences), card.text
        if not row.gone and (row.text, row.audiences, row.marking) == (text, audiences, card.marking):
            return False
        if row.gone:
            row.born = row.audience_number = number
        if row.audiences != audiences:
            row.audience_number = number
        row.gone, row.text, row.uid, row.audiences = False, text, card.uid, audiences
        row.etag, row.marking = etag_of(text), card.marking
        row.starts_at, row.ends_at = card.starts_at, card.ends_at
    row.number, row.changed_at = number, now
    return True


def _new(collection: Collection, card: Card, number: int, now: datetime, *, suffix: str) -> Resource:
    return Resource(
        collection=collection,
        key=card.key,
        href=href_of(card.key, suffix),
        uid=card.uid,
        text=card.text,
        etag=etag_of(card.text),
        number=number,
        born=number,
        marking=card.marking,
        audiences=sorted(card.audiences),
        audience_number=number,
        starts_at=card.starts_at,
        ends_at=card.ends_at,
        changed_at=now,
    )


def _name_apart(collection: Collection, new: Iterable[Resource], number: int) -> None:
    """A program may have chosen the very name that we would give."""
    wanted = {row.href: row for row in new}
    taken = Resource.objects.filter(collection=collection, href__in=wanted).values_list("href", flat=True)
    for href in taken:
        stem, dot, suffix = href.rpartition(".")
        wanted[href].href = f"{stem}-{number}{dot}{suffix}"


def href_of(key: str, suffix: str) -> str:
    """A name that tells nothing of what is in it, and needs no escapes in an address."""
    return (
        key if key.isalnum() and key.isascii() else hashlib.sha256(key.encode()).hexdigest()[:32]
    ) + suffix


def etag_of(text: str) -> str:
    """Strong (RFC 9110 8.8.3), with its quotes."""
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
