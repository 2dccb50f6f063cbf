"""Promises both ways that are handed over."""

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from jembatan.briefings.queries.handover.scope import Scope
from jembatan.briefings.queries.request import BriefRequest
from jembatan.briefings.queries.sections.promises import promise_line
from jembatan.commitments.queries.visible import open_commitments
from jembatan.platform.documents.model import Section

MOST = 60


def promises_open(scope: Scope) -> Sequence[Section]:
    """Of the dossier, or with the partners; of an officer, also what they owe or were promised."""
    meant = Q(organisation__in=scope.organisations)
    if scope.dossier is not None:
        meant = Q(dossier=scope.dossier)
    elif scope.officer is not None:
        meant |= Q(member=scope.officer)
    request = BriefRequest(
        actor=scope.reader, organisations=scope.organisations, meeting=None, now=scope.now, site=scope.site
    )
    found = open_commitments(scope.reader).filter(meant)[:MOST]
    lines = tuple(promise_line(request, each) for each in found)
    return [Section(_("Promises both ways"), lines, _("Nothing is promised."))]
