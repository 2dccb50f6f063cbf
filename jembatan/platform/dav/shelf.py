"""One collection as Radicale sees it: what this visitor may see of a desk's book."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import overload
from xml.etree.ElementTree import Element

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from radicale.item import Item
from radicale.item import filter as filters
from radicale.storage import BaseCollection

from jembatan.platform.dav.books import Book, Written
from jembatan.platform.dav.filters import matches, overlapping
from jembatan.platform.dav.models import Collection, Resource, Stale
from jembatan.platform.dav.projection import renew_locked
from jembatan.platform.dav.visiting import Seat, visit
from jembatan.platform.prepared import Prepared

TOKEN = "urn:jembatan:sync:"
COMPONENT = {"VCALENDAR": "VEVENT", "VADDRESSBOOK": ""}
NAME = {"VCALENDAR": "VCALENDAR", "VADDRESSBOOK": "VCARD"}
FOREVER = (filters.TIMESTAMP_MIN, filters.TIMESTAMP_MAX)


class Shelf(BaseCollection):
    """`collection` is a snapshot: Radicale asks for its etag when it holds no lock any more."""

    def __init__(self, path: str, seat: Seat, book: Book, collection: Collection) -> None:
        self._path = path
        self.seat, self.book, self.collection = seat, book, collection

    @property
    def path(self) -> str:
        return self._path

    @property
    def etag(self) -> str:
        return f'"{self._state(self.collection.number)}"'

    @property
    def last_modified(self) -> str:
        return http_date(self.collection.changed_at)

    @overload
    def get_meta(self, key: None = None) -> Mapping[str, str]: ...

    @overload
    def get_meta(self, key: str) -> str | None: ...

    def get_meta(self, key: str | None = None) -> Mapping[str, str] | str | None:
        """Nothing that a program could change: the name is the desk's."""
        found = {"tag": self.book.tag, "D:displayname": self.book.title(self.seat.actor)}
        if self.book.tag == "VCALENDAR":
            found["C:supported-calendar-component-set"] = "VEVENT"
        return found.get(key) if key else found

    def get_all(self) -> Iterator[Item]:
        for row in self._visible().order_by("id"):
            yield self.item(row)

    def get_multi(self, hrefs: Iterable[str]) -> Iterator[tuple[str, Item | None]]:
        wanted = list(dict.fromkeys(hrefs))
        found = {row.href: row for row in self._visible().filter(href__in=wanted)}
        for href in wanted:
            row = found.get(href)
            yield href, self.item(row) if row else None

    def get_filtered(self, elements: Iterable[Element]) -> Iterator[tuple[Item, bool]]:
        """Those that match, and those of which Radicale cannot tell; only what can match is fetched."""
        elements = list(elements)
        component, start, end, simple = filters.simplify_prefilters(elements, self.tag)
        if self.book.tag == "VCALENDAR":
            if component not in (None, "VEVENT"):
                return
            for row in self._visible().filter(overlapping(start, end)).order_by("id"):
                item = self.item(row)
                begins, ends = item.time_range
                is_sure = bool(simple and (start <= begins or ends <= end))
                if is_sure or matches(item, self.tag, elements):
                    yield item, True
            return
        for row in self._visible().order_by("id"):
            if matches(item := self.item(row), self.tag, elements):
                yield item, True

    def has_uid(self, uid: str) -> bool:
        return self._rows().filter(uid=uid, gone=False).exists()

    def sync(self, old_token: str = "") -> tuple[str, list[str]]:
        """Names that changed since the token; ValueError where it is none of ours, or was given under other rights.

        Of what the visitor may not see those names are told that they may have seen before: Radicale calls them gone.
        """
        token = TOKEN + self._state(self.collection.number)
        if old_token == token:
            return token, []
        if not old_token:
            return token, list(self._visible().order_by("id").values_list("href", flat=True))
        since = self._number_of(old_token)
        changed = self._rows().filter(number__gt=since)
        shown = ~Q(audiences__overlap=self._hidden) if self._hidden else Q()
        known_before = Q(born__lte=since)
        told = (shown & (Q(gone=False) | known_before)) | (known_before & Q(audience_number__gt=since))
        return token, list(changed.filter(told).order_by("id").values_list("href", flat=True))

    def upload(self, href: str, item: Item) -> tuple[Item, Item | None]:
        """By the book's own rules; what stands there afterwards is what the book says, not what was sent.

        The transaction is the one in which Radicale holds the lock: what is refused here is undone with it.
        """
        with transaction.atomic(savepoint=False):
            row = self.row(href)  # as it is under the lock: Radicale has looked at it since
            tombstone, row = (row, None) if row and row.gone else (None, row)
            before = self.item(row) if row else None
            written = Written(
                key=row.key if row else None,
                uid=item.uid,
                content=visit().body,
                before=row.text if row else "",
                is_current=lambda: row is None or not self._is_stale(row.key),
            )
            key = self.book.put(self.seat.actor, written)
            if row is None:
                row = self._named(key, href, tombstone)
            renew_locked(self.collection, self.seat.actor.desk, self.book, known=row)
        # Nobody looks at what comes back: its etag is not told, for what stands there now is the book's text.
        return item, before

    def row(self, href: str) -> Resource | None:
        """What has this name, be it shown or gone; read once in a request."""
        rows, place = visit().rows, (self.collection.pk, href)
        if place not in rows:
            rows[place] = _BY_NAME.first(*place)
        return rows[place]

    def shows(self, row: Resource) -> bool:
        """Whether the visitor may see it."""
        return not row.gone and not set(row.audiences) & set(self._hidden)

    def delete(self, href: str | None = None) -> None:
        """A record; the collection itself stays (the rights say so before)."""
        if href is None:
            raise PermissionError
        with transaction.atomic(savepoint=False):
            row = self._visible().get(href=href)
            self.book.remove(self.seat.actor, row.key)
            renew_locked(self.collection, self.seat.actor.desk, self.book)

    def item(self, row: Resource) -> Item:
        """With everything that Radicale would else parse the text for."""
        times = (
            int(row.starts_at.timestamp()) if row.starts_at else FOREVER[0],
            int(row.ends_at.timestamp()) if row.ends_at else FOREVER[1],
        )
        return Item(
            collection=self,
            href=row.href,
            last_modified=http_date(row.changed_at),
            text=row.text,
            etag=row.etag,
            uid=row.uid,
            name=NAME[self.book.tag],
            component_name=COMPONENT[self.book.tag],
            time_range=times,
        )

    def _named(self, key: str, href: str, tombstone: Resource | None) -> Resource:
        """The row of a record that a program brought, or brought back, under the name that it chose; a tombstone of that name makes room."""
        if tombstone is not None:
            if tombstone.key == key:
                return tombstone
            tombstone.delete()
        before = self._rows().filter(key=key).first()
        if before is not None:
            before.href = href
            before.save(update_fields=["href"])
            return before
        return Resource.objects.create(
            collection=self.collection,
            key=key,
            href=href,
            uid="",
            number=0,
            born=self.collection.number + 1,
            audience_number=0,
            gone=True,
            changed_at=self.collection.changed_at,
        )

    def _is_stale(self, key: str) -> bool:
        """Whether somebody has changed the record since this request locked the collection."""
        return _CHANGED.first(self.collection.desk_id, self.book.kind, key) is not None

    def _rows(self) -> QuerySet[Resource]:
        return Resource.objects.filter(collection=self.collection)

    def _visible(self) -> QuerySet[Resource]:
        rows = self._rows().filter(gone=False)
        return rows.exclude(audiences__overlap=self._hidden) if self._hidden else rows

    @cached_property
    def _hidden(self) -> list[int]:
        return sorted(self.book.hidden(self.seat.actor))

    def _state(self, number: int) -> str:
        """The number of changes and what is hidden: under other rights another state, from which nothing can be counted on."""
        hidden = hashlib.sha256(repr((self.collection.pk, self._hidden)).encode()).hexdigest()[:16]
        return f"{number}-{hidden}"

    def _number_of(self, token: str) -> int:
        number, _dash, _hidden = token.removeprefix(TOKEN).partition("-")
        if not number.isdecimal() or TOKEN + self._state(int(number)) != token:
            raise ValueError("not a token of this collection for this reader")
        if int(number) > self.collection.number:
            raise ValueError("a token of a time that has not come")
        return int(number)


_BY_NAME = Prepared(lambda pk, href: Resource.objects.filter(collection_id=pk, href=href), -1, "a name")
_CHANGED = Prepared(
    lambda desk, book, key: Stale.objects.filter(desk_id=desk, book=book, key=key)[:1], -1, "a book", "a key"
)


def http_date(moment: datetime) -> str:
    """RFC 9110 5.6.7."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)
