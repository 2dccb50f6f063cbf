"""Books under secret addresses, read only: for calendars that subscribe, and for programs that know no sign-in."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.platform.access import require_officer
from jembatan.platform.dav.books import book_of
from jembatan.platform.dav.models import Feed
from jembatan.platform.dav.projection import collection_of
from jembatan.platform.dav.visiting import Seat

if TYPE_CHECKING:
    from jembatan.platform.dav.open_shelf import OpenShelf

NOTICED = timedelta(minutes=10)
MOST = 50
type Seats = Callable[[Any], tuple[Seat, ...]]
_seats: list[Seats] = []


def register_seats(seats: Seats) -> None:
    """The function that tells where a user sits now, whose rights a feed has."""
    _seats[:] = [seats]


@transaction.atomic
def make_feed(actor: Any, *, kind: str, name: str) -> tuple[Feed, str]:
    """The record, and the secret of the address, which nobody can read again. Raises `ValidationError` with a sentence.

    Whoever has the address reads, without a name: so it is a decision like letting a file out.
    """
    require_officer(actor)
    name, book = " ".join(name.split()), book_of(kind)
    if book is None or not book.right(actor):
        raise ValidationError({"kind": _("Choose what the address shows.")})
    if not name:
        raise ValidationError({"name": _("Write for whom or for which program the address is.")})
    if own_feeds(actor).count() >= MOST:
        raise ValidationError({"name": _("Take back some of the others first.")})
    secret = secrets.token_urlsafe(24)
    feed = Feed(desk=actor.desk, user=actor.user, book=kind, name=name, digest=_digest(secret))
    feed.full_clean(exclude=["digest"])
    feed.save()
    return feed, secret


def own_feeds(actor: Any) -> QuerySet[Feed]:
    """Those that the actor made at this desk, the newest first."""
    return Feed.objects.filter(desk=actor.desk, user=actor.user).order_by("-created_at", "-id")


def revoke_feed(actor: Any, number: int) -> str:
    """The address leads nowhere from now on; returns its name. Raises `DoesNotExist` for another's."""
    feed = own_feeds(actor).get(pk=number)
    feed.delete()
    return feed.name


def opened(secret: str) -> "OpenShelf | None":
    """What stands there now; None where the address is not (any more) one, or its maker may not read the book any more."""
    from jembatan.platform.dav.open_shelf import OpenShelf  # with Radicale, which few processes need

    feed = Feed.objects.select_related("user").filter(digest=_digest(secret)).first()
    book = book_of(feed.book) if feed else None
    if feed is None or book is None or not feed.user.is_active:
        return None
    seat = next((seat for seat in _seats[0](feed.user) if seat.actor.desk.pk == feed.desk_id), None)
    if seat is None or not seat.actor.may_send or not book.right(seat.actor):
        return None
    now = timezone.now()
    if feed.last_used_at is None or feed.last_used_at < now - NOTICED:
        Feed.objects.filter(pk=feed.pk).update(last_used_at=now)
    return OpenShelf(f"feeds/{feed.pk}", seat, book, collection_of(seat.actor.desk, book))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
