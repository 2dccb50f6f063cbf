"""What may be said, and what not: the lines to take that concern the other side."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jembatan.briefings.queries.request import BriefRequest
from jembatan.correspondence.models import LineVersion
from jembatan.correspondence.queries.lines.concerning import lines_for
from jembatan.correspondence.queries.lines.visible import Standing
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import day_text


def may_be_said(request: BriefRequest) -> Sequence[Line]:
    """Cleared lines that concern them, each with the day of its clearance."""
    rows = lines_for(request.actor, request.organisations)
    return [_line(request, row, _in_force(row.current)) for row in rows if row.current]


def may_not_be_said(request: BriefRequest) -> Sequence[Line]:
    """What those lines say not to say."""
    return [
        _line(request, row, " · ".join(phrases))
        for row in lines_for(request.actor, request.organisations)
        if row.current and (phrases := _phrases(row.current))
    ]


def what_they_hear(request: BriefRequest) -> Sequence[Section]:
    """In a brief for the other side: cleared lines that its marking may carry, without a word of what is not said."""
    if not request.for_them or request.written is None:
        return []
    carried = request.written.marking
    rows = lines_for(request.actor, request.organisations)
    lines = tuple(
        Line(_in_force(row.current), marking=Marking(row.line.marking))
        for row in rows
        if row.current and highest([carried, row.line.marking]) == carried
    )
    return [Section(_("What we can say"), lines)] if lines else []


def _line(request: BriefRequest, row: Standing, text: str) -> Line:
    cleared_at = row.current.cleared_at if row.current else None
    source = Source(
        _("Line to take"),
        row.line.topic,
        day_text(cleared_at) if cleared_at else "",
        request.site + reverse("correspondence:line", kwargs={"line_id": row.line.pk}),
    )
    return Line(text, label=row.line.topic, detail="", sources=(source,), marking=Marking(row.line.marking))


def _in_force(version: LineVersion) -> str:
    """In the language of the brief, else in the first that there is."""
    return version.texts.get(_language()) or next(iter(version.texts.values()))


def _phrases(version: LineVersion) -> list[str]:
    return version.phrases(_language()) or next(
        (phrases for language in version.do_not_say if (phrases := version.phrases(language))), []
    )


def _language() -> str:
    return (get_language() or "id")[:2]
