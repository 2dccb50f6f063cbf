"""Keeping the texts of the books ready before somebody asks."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jembatan.platform.dav.books import book_of, books
from jembatan.platform.dav.models import Collection, Stale
from jembatan.platform.dav.projection import collection_of
from jembatan.platform.dav.visiting import Seat


@app.periodic(cron="* * * * *", periodic_id="renew_books")
@app.task(name="dav.renew_books", queueing_lock="renew_books", pass_context=False)
def renew_books(timestamp: int) -> None:
    """Every minute, for books that somebody has opened."""
    for collection in Collection.objects.select_related("desk").order_by("id"):
        book = book_of(collection.book)
        if book is not None:
            collection_of(collection.desk, book)


@app.task(name="dav.open_books", lock="renew_books")
def open_books(collections: list[int]) -> None:
    """Write the texts of books that are about to be asked for."""
    for collection in Collection.objects.filter(pk__in=collections).select_related("desk"):
        book = book_of(collection.book)
        if book is not None:
            collection_of(collection.desk, book)


@transaction.atomic
def open_soon(seats: Iterable[Seat]) -> None:
    """The books of these seats, by the worker: who sets up a telephone shall not wait for all their texts to be written."""
    wanted = [(seat.actor.desk, book) for seat in seats for book in books() if book.right(seat.actor)]
    found = [Collection.objects.get_or_create(desk=desk, book=book.kind)[0] for desk, book in wanted]
    numbers: list[Any] = [one.pk for one in found if one.day is None]
    if numbers:
        # The savepoint keeps a refused second one from breaking the transaction.
        with suppress(AlreadyEnqueued), transaction.atomic():
            open_books.configure(queueing_lock=f"open_books {numbers}").defer(collections=numbers)


def renew_soon(desk: Any) -> None:
    """The books of a desk that somebody has opened, by the worker, at once: much has changed, and no program shall wait for it."""
    opened = Collection.objects.filter(desk=desk, day__isnull=False).order_by("id")
    numbers: list[Any] = list(opened.values_list("pk", flat=True))
    if numbers:
        with suppress(AlreadyEnqueued), transaction.atomic():
            open_books.configure(queueing_lock=f"open_books {numbers}").defer(collections=numbers)


@app.periodic(cron="17 3 * * *", periodic_id="forget_unread_changes")
@app.task(name="dav.forget_unread_changes", queueing_lock="forget_unread_changes", pass_context=False)
def forget_unread_changes(timestamp: int) -> None:
    """Every night, those of books that nobody has opened yet: opening one reads everything anyway."""
    for book in books():
        opened = Collection.objects.filter(book=book.kind).values("desk")
        Stale.objects.filter(book=book.kind).exclude(desk__in=opened).delete()
