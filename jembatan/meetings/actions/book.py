"""Taking a room, and the time of those of us who take part: never twice, unless somebody says so of a member."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.lines import CHANGED, line, parties_of
from jembatan.meetings.models import Booking, Meeting, Room
from jembatan.meetings.queries.bookings import Taken, booked_members, span_of, taken


class DoubleBooked(ValidationError):
    """Another meeting has the room, or one of us, at the same time. `may_be_allowed` where only members are meant."""

    def __init__(self, found: Collection[Taken]) -> None:
        self.may_be_allowed = not any(isinstance(each.who, Room) for each in found)
        super().__init__(
            [_sentence(each) for each in found] or [_("Somebody was faster: look again at who is free.")]
        )


def book(actor: Actor, meeting: Meeting, *, allowed: bool = False) -> None:
    """Inside the caller's transaction: what this meeting takes, in place of what it took before; a series takes nothing.

    Raises `DoubleBooked`, of members unless `allowed`; who allowed it is kept, and told in the journal.
    """
    Booking.objects.filter(meeting=meeting).delete()
    span = None if meeting.is_fixed or meeting.is_cancelled else span_of(meeting)
    if span is None:
        return
    found = taken(actor, meeting)
    in_the_way = [each for each in found if isinstance(each.who, Room) or not allowed]
    if in_the_way:
        raise DoubleBooked(found)
    twice = {each.who for each in found}
    bookings = [Booking(meeting=meeting, room=meeting.room, span=span)] if meeting.room else []
    bookings += [
        Booking(
            meeting=meeting,
            member=member,
            span=span,
            allowed=member in twice,
            allowed_by=actor.user if member in twice else None,
        )
        for member in booked_members(meeting)
    ]
    try:
        with transaction.atomic():
            Booking.objects.bulk_create(bookings)
    except IntegrityError as refused:
        raise DoubleBooked(found) from refused
    for each in found:
        # The other meeting is not named: not everyone who reads this line may read that one.
        summary = _("%(who)s takes part in two meetings at that time: %(title)s") % {
            "who": each.who,
            "title": meeting,
        }
        record(
            actor,
            line(
                meeting,
                timezone.now(),
                kind=CHANGED,
                parties=parties_of(meeting),
                summary=summary,
                exact=True,
            ),
        )


def release_moved(meetings: Collection[Meeting]) -> None:
    """A meeting that its calendar has moved or called off takes nothing any more at the time that it had."""
    known = {meeting.pk: meeting for meeting in meetings}
    gone = [
        booking.pk
        for booking in Booking.objects.filter(meeting__in=known)
        if known[booking.meeting_id].is_cancelled or span_of(known[booking.meeting_id]) != booking.span
    ]
    Booking.objects.filter(pk__in=gone).delete()


def _sentence(each: Taken) -> str:
    values = {
        "who": each.who if isinstance(each.who, Room) else each.who.full_name,
        "title": each.other or "",
    }
    if each.other is None:
        return _("%(who)s is taken at that time.") % values
    return _("%(who)s is taken at that time by “%(title)s”.") % values
