"""Meetings to come after a period."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.meetings.models import Attendance
from jembatan.meetings.queries.occurrences import Occurrence, occurrences
from jembatan.platform.markings import Marking
from jembatan.platform.ui.addresses import record_address
from jembatan.reports.models import Portfolio
from jembatan.reports.queries.standing.item import Item
from jembatan.reports.queries.subject import Ground

LONGEST_AHEAD = timedelta(days=31)


def meetings_ahead(actor: Actor, subject: Ground, at: datetime, ahead: timedelta) -> list[Item]:
    """Those that begin between `at` and as far ahead, at most a month; not cancelled ones."""
    end = at + min(ahead, LONGEST_AHEAD)
    party = subject if isinstance(subject, Organisation) else None
    found = [
        each
        for each in occurrences(actor, at, end, party=party)
        if each.starts_at >= at and not each.meeting.is_cancelled
    ]
    return [
        Item(
            kind=_("Meeting"),
            text=str(each.meeting),
            address=record_address("meetings:meeting", each.meeting.pk),
            partner=each.meeting.location,
            due=timezone.localdate(each.starts_at),
            since=each.starts_at,
            marking=Marking(each.meeting.marking),
        )
        for each in _about(subject, found)
    ]


def _about(subject: Ground, found: list[Occurrence]) -> list[Occurrence]:
    match subject:
        case Dossier():
            wanted = {subject.pk}
        case Portfolio():
            wanted = set(subject.dossiers.values_list("pk", flat=True))
        case User():
            meetings = {each.meeting.pk for each in found}
            attended = Attendance.objects.filter(meeting__in=meetings, ours=True, email__iexact=subject.email)
            mine = set(attended.values_list("meeting", flat=True))
            return [each for each in found if each.meeting.pk in mine]
        case _:
            return found
    return [each for each in found if each.meeting.dossier_id in wanted]
