"""A transparency register: meetings with outside bodies, as a table to be published."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC
from zoneinfo import ZoneInfo

from django.db.models import Prefetch
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.tables_writer import harmless
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.occurrences import Occurrence, occurrences
from jembatan.platform.markings import Marking, highest
from jembatan.reports.queries.period import Period

PUBLISHED_AT_MOST = Marking.GREEN


def meetings_published(actor: Actor, period: Period) -> list[Occurrence]:
    """Held or planned with at least one body outside, not cancelled, outside every dossier that is restricted, marked TLP:GREEN or wider."""
    start, end = period.moments(actor.desk)
    found = [
        each
        for each in occurrences(actor, start, end)
        if not each.meeting.is_cancelled and start <= each.starts_at < end and _is_public(each.meeting)
    ]
    bodies = Attendance.objects.filter(ours=False, organisation__isnull=False)
    meetings = Meeting.objects.filter(pk__in={each.meeting.pk for each in found}).exclude(
        dossier__restricted=True
    )
    outside = Prefetch(
        "attendances", queryset=Attendance.objects.select_related("organisation").order_by("pk")
    )
    known = {
        each.pk: each for each in meetings.filter(pk__in=bodies.values("meeting")).prefetch_related(outside)
    }
    return [
        Occurrence(known[each.meeting.pk], each.starts_at, each.ends_at, each.recurrence_id)
        for each in found
        if each.meeting.pk in known
    ]


def transparency_register(actor: Actor, period: Period, *, language: str) -> tuple[bytes, int]:
    """CSV (RFC 4180) in UTF-8 with its byte order mark, and how many meetings it names; people of the other side are counted, not named."""
    with translation.override(language), timezone.override(ZoneInfo(actor.desk.time_zone)):
        found = meetings_published(actor, period)
        output = io.StringIO(newline="")
        writer = csv.writer(output)
        writer.writerow(
            (
                *(_("Date"), _("From"), _("Until"), _("Time zone"), _("Subject"), _("Place")),
                *(_("Outside bodies"), _("People of theirs"), _("For us"), _("Marking")),
            )
        )
        for each in found:
            writer.writerow(harmless(cell) for cell in _row(each))
    return b"\xef\xbb\xbf" + output.getvalue().encode(), len(found)


def _row(occurrence: Occurrence) -> Iterator[str]:
    meeting, begins = occurrence.meeting, timezone.localtime(occurrence.starts_at)
    guests = list(meeting.attendances.all())
    theirs = [guest for guest in guests if not guest.ours]
    bodies = dict.fromkeys(guest.organisation.name for guest in theirs if guest.organisation)
    yield begins.date().isoformat()
    yield "" if meeting.all_day else f"{begins:%H:%M}"
    yield "" if meeting.all_day else f"{timezone.localtime(occurrence.ends_at):%H:%M}"
    yield begins.tzname() or str(UTC)
    yield str(meeting)
    yield meeting.location
    yield "; ".join(bodies)
    yield str(sum(1 for guest in theirs if guest.person_id or guest.email))
    yield "; ".join(guest.name or guest.email for guest in guests if guest.ours)
    yield meeting.marking


def _is_public(meeting: Meeting) -> bool:
    return highest([meeting.marking, PUBLISHED_AT_MOST]) == PUBLISHED_AT_MOST
