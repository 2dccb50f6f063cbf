"""A personal duty record: on which days an officer did what, and how long they sat in meetings."""

from collections import defaultdict
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.journal.queries.kinds import kind_of, source_address
from jembatan.meetings.models import Attendance
from jembatan.meetings.queries.occurrences import Occurrence, occurrences
from jembatan.platform.documents.model import Document, Line, Section, Source, Words
from jembatan.platform.markings import Marking
from jembatan.platform.ui.addresses import record_address
from jembatan.platform.ui.moments import clock_text, long_day_text, moment_text
from jembatan.reports.queries.compose import subtitle_of
from jembatan.reports.queries.forms.blocks import filled_in
from jembatan.reports.queries.lines import Told, told_entries
from jembatan.reports.queries.period import Period
from jembatan.reports.queries.scope import Scope

MOST = 5000


def duty_record(actor: Actor, officer: User, period: Period, *, language: str, site: str) -> Document:
    """Of one officer: the days on which the journal has something of theirs or they sat in a meeting, each with what it was."""
    with filled_in(actor, language):
        entries = told_entries(actor, Scope(period, officer), MOST)
        sat = _meetings(actor, officer, period)
        days = defaultdict[date, list[Line]](list)
        for entry in entries:
            days[timezone.localdate(entry.occurred_at)].append(_line(entry, site))
        for each in sat:
            days[timezone.localdate(each.starts_at)].append(_meeting(each, site))
        hours = sum((each.ends_at - each.starts_at for each in sat if not each.meeting.all_day), timedelta())
        now = timezone.now()
        return Document(
            title=_("Duty record: %(name)s, %(period)s")
            % {"name": officer.full_name, "period": period.written(language=language)},
            subtitle=subtitle_of(actor, None),
            language=language,
            made_at=now,
            made=_("%(desk)s · %(name)s · %(moment)s")
            % {"desk": actor.desk, "name": actor.name, "moment": moment_text(now)},
            words=Words(sources=_("Sources"), page=_("Page"), of=_("of")),
            figures=(
                (ngettext("day on duty", "days on duty", len(days)), str(len(days))),
                (ngettext("entry in the journal", "entries in the journal", len(entries)), str(len(entries))),
                (ngettext("meeting attended", "meetings attended", len(sat)), str(len(sat))),
                (
                    _("hours in meetings"),
                    f"{hours.total_seconds() / 3600:.1f}".replace(".", "," if language == "id" else "."),
                ),
            ),
            sections=tuple(
                Section(
                    f"{long_day_text(day)} {day.year}", tuple(sorted(days[day], key=lambda line: line.label))
                )
                for day in sorted(days)
            )
            or (Section(_("Log"), (), _("Nothing was recorded in this period.")),),
            least_marking=Marking.AMBER,
        )


def _meetings(actor: Actor, officer: User, period: Period) -> list[Occurrence]:
    """Those that have begun in the period, of which they are a guest and have not declined."""
    start, end = period.moments(actor.desk)
    found = [
        each
        for each in occurrences(actor, start, min(end, timezone.now()))
        if start <= each.starts_at and not each.meeting.is_cancelled
    ]
    asked = Attendance.objects.filter(
        meeting__in={each.meeting.pk for each in found}, ours=True, email__iexact=officer.email
    ).exclude(status=Attendance.Status.DECLINED)
    mine = set(asked.values_list("meeting", flat=True))
    return [each for each in found if each.meeting.pk in mine]


def _line(entry: Told, site: str) -> Line:
    label = str(kind_of(entry).label)
    address = source_address(entry) or record_address("journal:entry", entry.pk)
    source = Source(label, entry.summary, moment_text(entry.occurred_at), site + address)
    return Line(
        entry.summary,
        label=clock_text(entry.occurred_at),
        detail=label,
        sources=(source,),
        marking=entry.marking_today,
    )


def _meeting(occurrence: Occurrence, site: str) -> Line:
    meeting = occurrence.meeting
    address = site + record_address("meetings:meeting", meeting.pk)
    until = _("until %(time)s") % {"time": clock_text(occurrence.ends_at)}
    return Line(
        str(meeting),
        label="" if meeting.all_day else clock_text(occurrence.starts_at),
        detail=" · ".join(part for part in (_("In the meeting"), "" if meeting.all_day else until) if part),
        sources=(Source(_("Meeting"), str(meeting), url=address),),
        marking=Marking(meeting.marking),
    )
