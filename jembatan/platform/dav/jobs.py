"""Keeping the texts of the books ready before somebody asks."""

from procrastinate.contrib.django import app

from jembatan.platform.dav.books import book_of, books
from jembatan.platform.dav.models import Collection, Stale
from jembatan.platform.dav.projection import collection_of


@app.periodic(cron="* * * * *", periodic_id="renew_books")
@app.task(name="dav.renew_books", queueing_lock="renew_books", pass_context=False)
def renew_books(timestamp: int) -> None:
    """Every minute, for books that somebody has opened."""
    for collection in Collection.objects.select_related("desk").order_by("id"):
        book = book_of(collection.book)
        if book is not None:
            collection_of(collection.desk, book)


@app.periodic(cron="17 3 * * *", periodic_id="forget_unread_changes")
@app.task(name="dav.forget_unread_changes", queueing_lock="forget_unread_changes", pass_context=False)
def forget_unread_changes(timestamp: int) -> None:
    """Every night, those of books that nobody has opened yet: opening one reads everything anyway."""
    for book in books():
        opened = Collection.objects.filter(book=book.kind).values("desk")
        Stale.objects.filter(book=book.kind).exclude(desk__in=opened).delete()
