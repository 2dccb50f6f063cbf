"""Dossiers, lines to take, and meetings to come."""

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.briefings.queries.handover.scope import Scope
from jembatan.briefings.queries.request import BriefRequest
from jembatan.briefings.queries.sections.meetings import meeting_line
from jembatan.correspondence.queries.lines.concerning import lines_for
from jembatan.correspondence.queries.lines.visible import Standing, standings, visible_lines
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.meetings.models import Attendance
from jembatan.meetings.queries.occurrences import Occurrence, next_meetings, of_dossier
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

MOST = 30
COMING = 200


def dossiers(scope: Scope) -> Sequence[Section]:
    """Open matters with their objectives: the one, those with the partners, those that name the officer or their partners."""
    meant = Q(parties__organisation__in=scope.organisations)
    if scope.dossier is not None:
        meant = Q(pk=scope.dossier.pk)
    elif scope.officer is not None:
        meant |= Q(members__user=scope.officer)
    found = visible_dossiers(scope.reader).filter(meant, closed_at__isnull=True).distinct().order_by("title")
    lines = tuple(_dossier(scope, each) for each in found[:MOST])
    return [Section(_("Dossiers"), lines, _("No dossier is open."))]


def lines_to_take(scope: Scope) -> Sequence[Section]:
    """What may be said to them; for an officer also the lines that they answer for, whatever state these are in."""
    rows = lines_for(scope.reader, scope.organisations)
    known = {row.line.pk for row in rows}
    of_own = visible_lines(scope.reader).filter(withdrawn_at__isnull=True).exclude(pk__in=known)
    if scope.officer is not None:
        rows += standings(scope.reader, of_own.filter(owner=scope.officer).order_by("topic"))
    elif scope.dossier is not None:
        rows += standings(scope.reader, of_own.filter(dossier=scope.dossier).order_by("topic"))
    lines = tuple(_take(scope, row) for row in rows[:MOST])
    return [Section(_("Lines to take"), lines, _("No line is cleared for them."))]


def meetings_to_come(scope: Scope) -> Sequence[Section]:
    """The soonest first; of a series the next one."""
    request = BriefRequest(
        actor=scope.reader, organisations=scope.organisations, meeting=None, now=scope.now, site=scope.site
    )
    soonest: dict[int, Occurrence] = {}
    for each in sorted(_coming(scope), key=lambda each: each.starts_at):
        soonest.setdefault(each.meeting.pk, each)
    lines = tuple(meeting_line(request, each) for each in [*soonest.values()][:MOST])
    return [Section(_("Next meetings"), lines, _("No meeting with them is planned."))]


def _coming(scope: Scope) -> list[Occurrence]:
    if scope.dossier is not None:
        return [each for each in of_dossier(scope.reader, scope.dossier, COMING) if each.ends_at > scope.now]
    found = [each for body in scope.organisations for each in next_meetings(scope.reader, body, MOST)]
    if scope.officer is not None:
        every = next_meetings(scope.reader, None, COMING)
        own = Attendance.objects.filter(meeting__in={each.meeting.pk for each in every}, ours=True)
        taking_part = set(own.filter(email__iexact=scope.officer.email).values_list("meeting", flat=True))
        found += [each for each in every if each.meeting.pk in taking_part]
    return found


def _dossier(scope: Scope, dossier: Dossier) -> Line:
    address = scope.site + reverse("dossiers:dossier", args=[dossier.pk])
    return Line(
        dossier.title,
        detail=dossier.objective,
        sources=(Source(_("Dossier"), dossier.title, url=address),),
        marking=Marking(dossier.marking),
    )


def _take(scope: Scope, row: Standing) -> Line:
    version = row.current or row.waiting
    texts = version.texts if version else {}
    when = day_text(version.cleared_at) if version and version.cleared_at else ""
    address = scope.site + reverse("correspondence:line", args=[row.line.pk])
    return Line(
        next(iter(texts.values()), "—"),
        label=row.line.topic,
        detail=str(row.state_told),
        sources=(Source(_("Line to take"), row.line.topic, when, address),),
        marking=Marking(row.line.marking),
    )
