"""Formal requests of theirs that nobody has answered."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.briefings.queries.request import BriefRequest
from jembatan.correspondence.models import Statement
from jembatan.correspondence.queries.statements import open_requests
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

MOST = 10


def requests_open(request: BriefRequest) -> Sequence[Section]:
    """The nearest deadline first; nothing where none is open."""
    waiting = open_requests(request.actor).filter(organisation__in=request.organisations)[:MOST]
    lines = tuple(request_line(request.site, statement) for statement in waiting)
    return [Section(_("Their requests that wait for us"), lines)] if lines else []


def request_line(site: str, statement: Statement) -> Line:
    """A formal statement with its deadline."""
    address = site + reverse("correspondence:statement", kwargs={"statement_id": statement.pk})
    when = day_text(statement.dated) if statement.dated else ""
    due = _("due %(day)s") % {"day": day_text(statement.deadline)} if statement.deadline else ""
    return Line(
        statement.title,
        label=statement.number or statement.their_number,
        detail=due,
        sources=(Source(_("Statement"), str(statement), when, address),),
        marking=Marking(statement.marking),
    )
