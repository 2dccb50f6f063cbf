"""Taking a room, and the time of those of us who take part: never twice, unless somebody says so of a member."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, User
from jembatan.journal.actions.record import record
from jembatan.meetings.actions.lines import CHANGED, line, parties_of
from jembatan.meetings.models import Booking, Meeting, Room
from jembatan.meetings.queries.bookings import Taken, booked_members, spans_of, taken
from jembatan.meetings.queries.wording import days_text, moments_text

NAMED = 5


class DoubleBooked(ValidationError):
    """Another meeting has the room, or one of us, at the same time: who, when, and by what if the actor may see that.

    `may_be_allowed` where only members are meant.
    """

    def __init__(self, found: Collection[Taken]) -> None:
        self.may_be_allowed = not any(isinstance(each.who, Room) for each in found)
        sentences = list(_sentences(found))
        super().__init__(sentences or [_("Somebody was faster: look again at who is free.")])


def book(actor: Actor, meeting: Meeting, *, allowed: bool = False) -> None:
    """Inside the caller's transaction: what this meeting takes from now on, in place of what it took before.

    A series takes every date that the calendar tells of; call it after `schedule`. Raises `DoubleBooked`, of members
    unless `allowed`; who allowed it is kept, and told in the journal.
    """
    Booking.objects.filter(meeting=meeting).delete()
    spans = spans_of(meeting)
    found = taken(actor, meeting, spans)
    if not allowed and found:
        raise DoubleBooked(found)
    if any(isinstance(each.who, Room) for each in found):
        raise DoubleBooked([each for each in found if isinstance(each.who, Room)])
    _take(actor, meeting, spans, found)


def book_what_is_free(actor: Actor, meeting: Meeting) -> None:
    """The same where nobody is there to be asked: on a date when another has the room the series has none, and the journal says so."""
    Booking.objects.filter(meeting=meeting).delete()
    spans = spans_of(meeting)
    _take(actor, meeting, spans, taken(actor, meeting, spans))


def release_moved(desk: Desk, uids: Collection[str]) -> None:
    """A meeting that its calendar has moved or called off takes nothing any more at the times that it had; after `schedule`."""
    bookings: dict[Meeting, list[Booking]] = defaultdict(list)
    of_these = Booking.objects.filter(meeting__desk=desk, meeting__uid__in=uids)
    for booking in of_these.select_related("meeting__desk"):
        bookings[booking.meeting].append(booking)
    gone = [booking.pk for meeting, its in bookings.items() for booking in _beside(its, spans_of(meeting))]
    Booking.objects.filter(pk__in=gone).delete()


def hand_on(series: Meeting, apart: Meeting) -> None:
    """A date of a series that becomes a meeting of its own keeps what the series has taken for it; after `schedule`."""
    for span in spans_of(apart):
        Booking.objects.filter(meeting=series, span=span).update(meeting=apart)


def _take(actor: Actor, meeting: Meeting, spans: Sequence[DateTimeTZRange], found: Sequence[Taken]) -> None:
    twice = {(each.who, each.begins) for each in found}
    rooms = [
        Booking(meeting=meeting, room=meeting.room, span=span)
        for span in spans
        if meeting.room and (meeting.room, span.lower) not in twice
    ]
    members = [
        Booking(
            meeting=meeting,
            member=member,
            span=span,
            allowed=(member, span.lower) in twice,
            allowed_by=actor.user if (member, span.lower) in twice else None,
        )
        for member in booked_members(meeting)
        for span in spans
    ]
    try:
        with transaction.atomic():
            Booking.objects.bulk_create(rooms + members)
    except IntegrityError as refused:
        raise DoubleBooked(found) from refused
    for summary in _told(meeting, found):
        told = line(
            meeting,
            timezone.now(),
            kind=CHANGED,
            parties=parties_of(meeting),
            summary=summary,
            exact=True,
        )
        record(actor, told)


def _beside(bookings: Collection[Booking], spans: Sequence[DateTimeTZRange]) -> Iterator[Booking]:
    kept = {(span.lower, span.upper) for span in spans}
    return (each for each in bookings if (each.span.lower, each.span.upper) not in kept)


def _told(meeting: Meeting, found: Sequence[Taken]) -> Iterator[str]:
    """The other meeting is not named: not everyone who reads this line may read that one."""
    days: dict[User | Room, list[str]] = defaultdict(list)
    for each in found:
        days[each.who] += [each.day.isoformat()] if each.day else []
    for who, dates in days.items():
        named = ", ".join(dates[:NAMED]) + (" …" if len(dates) > NAMED else "")
        values = {"who": who, "title": meeting, "days": named}
        if isinstance(who, Room):
            yield _("%(who)s is not free on %(days)s: %(title)s") % values
        elif dates:
            yield _("%(who)s takes part in two meetings on %(days)s: %(title)s") % values
        else:
            yield _("%(who)s takes part in two meetings at that time: %(title)s") % values


def _sentences(found: Collection[Taken]) -> Iterator[str]:
    """For each who is taken, when and by what; of a series on which dates: the first are named, the others counted."""
    clashes: dict[tuple[User | Room, Meeting | None], list[Taken]] = defaultdict(list)
    for each in found:
        clashes[each.who, each.other].append(each)
    for (who, other), times in clashes.items():
        dates = [each.day for each in times if each.day]
        values = {
            "who": who if isinstance(who, Room) else who.full_name,
            "title": other or "",
            "time": moments_text(times[0].during.lower, times[0].during.upper),
            "days": "; ".join(days_text(day, day) for day in dates[:NAMED]),
        }
        yield _sentence(bool(dates), other is not None) % values
        if more := len(dates[NAMED:]):
            yield ngettext("And on %(count)s date more.", "And on %(count)s dates more.", more) % {
                "count": more
            }


def _sentence(on_dates: bool, named: bool) -> str:
    if on_dates:
        return (
            _("%(who)s is taken on %(days)s by “%(title)s”.") if named else _("%(who)s is taken on %(days)s.")
        )
    if named:
        return _("%(who)s is taken at that time by “%(title)s”: %(time)s.")
    return _("%(who)s is taken at that time: %(time)s.")
