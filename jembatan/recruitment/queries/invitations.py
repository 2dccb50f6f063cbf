"""An interview as calendars read it: one entry for each application, however often its time changes (RFC 5545, RFC 5546)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.outgoing import CalendarPart
from jembatan.meetings.formats.attendee import Attendee
from jembatan.meetings.formats.joining import is_link
from jembatan.meetings.formats.writing import write_calendar, write_event
from jembatan.recruitment.models import Application, InterviewSlot

TAKEN, OFF = "REQUEST", "CANCEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What a VEVENT says of it; `Described` by meetings."""

    uid: str
    sequence: int
    zone: str
    starts_at: datetime
    ends_at: datetime
    title: str
    location: str
    join_url: str
    status: str
    clock: str = "zoned"
    recurrence_id: str = ""
    and_future: bool = False
    rule: str = ""
    description: str = ""
    url: str = ""
    marking: str = ""
    source: str = ""


def times_ahead(ids: Collection[int]) -> dict[int, InterviewSlot]:
    """The interviews that these applications have before them."""
    ahead = InterviewSlot.objects.filter(application__in=ids, during__startswith__gt=timezone.now())
    return {slot.application_id: slot for slot in ahead.select_related("interviewer") if slot.application_id}


def invitation(application: Application, slot: InterviewSlot, sender: Address, method: str) -> CalendarPart:
    """For the applicant, who has chosen the time, so that nobody asks them for an answer; in the language in force.

    What calls it off is counted above what it calls off; the caller counts the application on (`actions/times.py`).
    """
    off = method == OFF
    event = _interview(application, slot, sequence=application.invited + off, off=off)
    people = [
        Attendee(sender.name, sender.email, organiser=True),
        Attendee(application.full_name, application.email, status="accepted"),
    ]
    return CalendarPart(
        method, write_calendar([write_event(event, people, now=timezone.now())], method=method)
    )


def interview_file(application: Application, slot: InterviewSlot) -> bytes:
    """The same entry to be put into a calendar by hand."""
    event = _interview(application, slot, sequence=application.invited, off=False)
    return write_calendar([write_event(event, [], now=timezone.now())], method="PUBLISH")


def _interview(application: Application, slot: InterviewSlot, *, sequence: int, off: bool) -> Interview:
    known = salted_hmac("jembatan interview", str(application.pk), algorithm="sha256").hexdigest()[:32]
    place = slot.place.strip()
    return Interview(
        uid=f"{known}@jembatan",
        sequence=sequence,
        zone=application.call.programme.zone,
        starts_at=slot.during.lower,
        ends_at=slot.during.upper,
        title=_("Interview: %(title)s") % {"title": application.call.title(application.language)},
        location=place,
        join_url=place if is_link(place) else "",
        status="cancelled" if off else "confirmed",
    )
