"""Promises both ways, sensitivities and courtesy: what officers have written into briefs that were cleared."""

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.briefings.models import Audience, BriefClearance, Part
from jembatan.briefings.queries.handover.scope import Scope
from jembatan.briefings.queries.sections.written import paragraphs_in
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.meetings.models import Attendance
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

SHOWN = (Part.OURS, Part.THEIRS, Part.SENSITIVITIES, Part.COURTESY)
ALSO_ON_RECORD = {Part.OURS, Part.THEIRS}
BRIEFS = 20
MOST = 12


def known_of_them(scope: Scope) -> Sequence[Section]:
    """By part, of the latest wordings first, each said once. Promises are on record besides, so their parts stand only where words are."""
    cleared = _latest(scope)
    said = [(part, tuple(_lines(scope, part, cleared)[:MOST])) for part in SHOWN]
    return [
        Section(str(part.label), lines, _("Nothing is written of it."))
        for part, lines in said
        if lines or part not in ALSO_ON_RECORD
    ]


def _latest(scope: Scope) -> list[BriefClearance]:
    if scope.dossier is not None:
        about = Q(meeting__dossier=scope.dossier)
    else:
        there = Q(organisation__in=scope.organisations) | Q(
            person__positions__organisation__in=scope.organisations, person__positions__until__isnull=True
        )
        meetings = Attendance.objects.filter(there, ours=False).values("meeting")
        about = Q(organisation__in=scope.organisations) | Q(meeting__in=meetings)
    briefs = visible_briefs(scope.reader).filter(about, audience=Audience.OURS)
    cleared = BriefClearance.objects.filter(brief__in=briefs, state=BriefClearance.State.CLEARED)
    latest = cleared.order_by("brief", "-decided_at", "-pk").distinct("brief")
    found = latest.select_related("brief").defer("document")
    return sorted(found, key=lambda each: each.pk, reverse=True)[:BRIEFS]


def _lines(scope: Scope, part: Part, cleared: list[BriefClearance]) -> list[Line]:
    said: dict[str, Line] = {}
    for each in cleared:
        when = day_text(each.decided_at) if each.decided_at else ""
        address = scope.site + reverse("briefings:cleared", args=[each.brief_id])
        for paragraph in paragraphs_in(each.words.get(part, "")):
            line = Line(
                paragraph,
                label=when,
                sources=(Source(_("Brief"), each.brief.title, when, address),),
                marking=Marking(each.marking),
            )
            said.setdefault(paragraph, line)
    return list(said.values())
