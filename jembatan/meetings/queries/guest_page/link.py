"""The link by which a guest reads the agenda and the papers of a meeting."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q
from django.utils import timezone, translation

from jembatan.directory.models import Organisation, Person
from jembatan.meetings.models import Attendance, Meeting
from jembatan.platform.links import LinkTo, address

PURPOSE = "meeting"
OPEN_AFTERWARDS = timedelta(days=60)
FIRST_ISSUE = 1


def link_of(guest: Attendance) -> str:
    """The whole address. Whoever is a guest no more has none."""
    return address("meetings:outside_meeting", PURPOSE, to(guest))


def to(guest: Attendance) -> LinkTo:
    """It outlives the meeting, for those who look up afterwards; of a series, its last date that the calendar tells of."""
    last = guest.meeting.occurrences.order_by("-ends_at").values_list("ends_at", flat=True).first()
    over = max(last or guest.meeting.ends_at, guest.meeting.ends_at)
    return LinkTo(guest.pk, FIRST_ISSUE, over.replace(microsecond=0) + OPEN_AFTERWARDS)


def guest_behind(link: LinkTo) -> Attendance | None:
    """Of the other side, and still asked."""
    guests = Attendance.objects.filter(ours=False).select_related("meeting__desk", "person", "organisation")
    return guests.filter(pk=link.number).first()


def link_for(meeting: Meeting, party: Person | Organisation | None, *, email: str = "") -> str:
    """Of the guest who is this party, or has this address; "" where there is none."""
    who = Q(email=email) if email else Q(pk=None)
    if isinstance(party, Person):
        who |= Q(person=party)
    elif party is not None:
        who |= Q(organisation=party, person=None)
    guest = meeting.attendances.filter(who, ours=False).order_by("pk").first()
    if guest is None:
        return ""
    guest.meeting = meeting
    return link_of(guest)


@contextmanager
def in_their_words(guest: Attendance, *, language: str = "") -> Iterator[None]:
    """Their language and clock as far as the directory knows them, unless they have chosen another language; else the desk's, and the meeting's."""
    parties = [party for party in (guest.person, guest.organisation) if party]
    spoken = dict(settings.LANGUAGES)
    theirs = next((each[:2] for party in parties for each in party.languages if each[:2] in spoken), "")
    meeting = guest.meeting
    known = next((party.time_zone for party in parties if party.time_zone), "")
    zone = known or meeting.zone or meeting.desk.time_zone
    with translation.override(language or theirs or meeting.desk.language), timezone.override(ZoneInfo(zone)):
        yield


def house_of(meeting: Meeting) -> str:
    """As whom the desk invites."""
    return meeting.desk.organisation_name or meeting.desk.name
