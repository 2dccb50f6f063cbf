"""What we last told them: lines to take that they heard, in the wording of then."""

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.briefings.queries.request import BriefRequest
from jembatan.correspondence.models import LineHearer, LineUse
from jembatan.correspondence.queries.lines.told import visible_uses
from jembatan.correspondence.queries.lines.visible import visible_lines
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

MOST = 8


def last_told(request: BriefRequest) -> Sequence[Section]:
    """Nothing where nobody there has heard a line yet."""
    theirs = Q(organisation__in=request.organisations) | Q(
        person__positions__organisation__in=request.organisations, person__positions__until__isnull=True
    )
    uses = visible_uses(request.actor).filter(
        pk__in=LineHearer.objects.filter(theirs).values("use"),
        version__line__in=visible_lines(request.actor),
    )
    latest = uses.select_related("version__line", "mail__draft").order_by("-said_at", "-pk")[:MOST]
    lines = tuple(_line(request, use) for use in latest)
    return [Section(_("What we last told them"), lines)] if lines else []


def _line(request: BriefRequest, use: LineUse) -> Line:
    line = use.version.line
    occasion = use.occasion or (use.mail.draft.subject if use.mail else "")
    address = request.site + reverse("correspondence:line", kwargs={"line_id": line.pk})
    return Line(
        use.version.texts.get(use.language, ""),
        label=day_text(use.said_at),
        detail=occasion,
        sources=(Source(_("Line to take"), line.topic, day_text(use.said_at), address),),
        marking=Marking(line.marking),
    )
