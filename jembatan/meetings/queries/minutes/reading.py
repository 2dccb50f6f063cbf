"""What the minutes say, how they came to say it since a moment, and who is writing now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from django.db.models import Max, QuerySet
from django.utils import timezone

from jembatan.accounts.models import User
from jembatan.meetings.models import Attendance, Minutes, MinutesAttendee, MinutesPen, MinutesSection
from jembatan.meetings.queries.guests import guests_of

HERE = timedelta(seconds=45)


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote, and when last."""

    name: str
    wrote_at: datetime


def name_of(guest: Attendance) -> str:
    """As the minutes name a guest."""
    return str(guest.person or guest.name or guest.organisation or guest.email)[:500]


@dataclass(frozen=True, slots=True)
class Attended:
    """The guests, each with its row if it was marked, and the rows of those who are no guests (any more)."""

    asked: list[tuple[Attendance, MinutesAttendee | None]]
    others: list[MinutesAttendee]

    @property
    def rows(self) -> list[MinutesAttendee]:
        """All that are marked."""
        return [*(row for _guest, row in self.asked if row is not None), *self.others]

    @property
    def speakers(self) -> list[str]:
        """Names of all who may have been there: whoever is marked as absent or excused was not."""
        there = MinutesAttendee.Was.PRESENT
        asked = [name_of(guest) for guest, row in self.asked if row is None or row.was == there]
        return [*asked, *(row.name for row in self.others if row.was == there)]


def sections_of(minutes: Minutes) -> list[MinutesSection]:
    """The whole first, then the points in their order, then those that were taken out after something was written about them."""
    rows = minutes.sections.select_related("item__owner").defer("document")
    shown = [row for row in rows if row.item is None or row.stands_on_agenda or row.text.strip()]
    return sorted(shown, key=_order)


def times_of(minutes: Minutes) -> tuple[datetime, datetime]:
    """When the meeting is, for the reader; of a series, when it was to be as the minutes were begun."""
    meeting = minutes.meeting
    if meeting.is_series:
        return meeting.placed(minutes.starts_at), meeting.placed(minutes.ends_at)
    return meeting.begins, meeting.finishes


def attendance_of(minutes: Minutes) -> Attended:
    """Everyone who was asked, theirs first, with what they were; then those who came without."""
    rows = list(minutes.attendees.select_related("person", "organisation", "instead_of").order_by("pk"))
    guests = guests_of(minutes.meeting)
    asked = []
    for guest in (*guests.theirs, *guests.ours):
        found = row_of(guest, rows)
        asked.append((guest, found))
        rows = [row for row in rows if row is not found]
    return Attended(asked, rows)


def row_of(guest: Attendance, rows: list[MinutesAttendee]) -> MinutesAttendee | None:
    """That of the guest; where a newer calendar has named all guests anew, the one of the same person, or else of the same name."""
    loose = [row for row in rows if row.guest_id is None]
    return next(
        chain(
            (row for row in rows if row.guest_id == guest.pk),
            (row for row in loose if guest.person_id and row.person_id == guest.person_id),
            (row for row in loose if row.person_id is None and row.name == name_of(guest)),
        ),
        None,
    )


def _order(section: MinutesSection) -> tuple[int, int, int]:
    if section.item is None:
        return (0, 0, 0)
    position = section.item.position
    return (1, position, 0) if position is not None else (2, 0, section.item.pk)


def since(minutes: Minutes, number: int) -> dict[int, list[bytes]]:
    """By section, the updates after that number, in order; for what is older than its record, the whole document comes first.

    Documents are read after the rows: what has been folded meanwhile is in one or in the other, or in both.
    """
    rows = list(
        minutes.updates.filter(number__gt=number).order_by("number").values_list("section", "content")
    )
    folded = minutes.sections.filter(folded__gt=number).values_list("pk", "document")
    found = {section_id: [bytes(document)] for section_id, document in folded}
    for section_id, content in rows:
        found.setdefault(section_id, []).append(bytes(content))
    return found


def pens_here(minutes: Minutes) -> QuerySet[MinutesPen]:
    """Open pages that were heard of a moment ago, one a user and section."""
    return (
        minutes.pens.filter(seen_at__gt=timezone.now() - HERE)
        .select_related("user")
        .order_by("user__full_name", "section", "client")
    )


def authors_of(minutes: Minutes) -> list[Author]:
    """Everyone who has written, the last first."""
    rows = (
        User.objects.filter(minutes_pens__minutes=minutes, minutes_pens__wrote_at__isnull=False)
        .annotate(wrote_at=Max("minutes_pens__wrote_at"))
        .order_by("-wrote_at", "pk")
    )
    return [Author(user.full_name, user.wrote_at) for user in rows]
