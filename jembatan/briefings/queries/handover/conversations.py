"""Open conversations, each with whose turn it is, since when and until when; and formal requests that wait."""

from collections.abc import Sequence
from datetime import timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jembatan.briefings.queries.handover.scope import Scope
from jembatan.briefings.queries.request import BriefRequest
from jembatan.briefings.queries.sections.requests import request_line
from jembatan.briefings.queries.sections.turn import thread_line
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.exchanges import open_threads
from jembatan.correspondence.queries.statements import open_requests
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.platform.documents.model import Section

MOST = 60


def conversations(scope: Scope) -> Sequence[Section]:
    """Ours to answer first, the nearest deadline first."""
    request = BriefRequest(
        actor=scope.reader, organisations=scope.organisations, meeting=None, now=scope.now, site=scope.site
    )
    lines = tuple(thread_line(request, thread) for thread in _threads(scope)[:MOST])
    return [Section(_("Open conversations"), lines, _("Nobody waits for an answer."))]


def requests_waiting(scope: Scope) -> Sequence[Section]:
    """Of the partners, or in the dossier."""
    waiting = open_requests(scope.reader)
    if scope.dossier is not None:
        waiting = waiting.filter(dossier=scope.dossier)
    else:
        waiting = waiting.filter(organisation__in=scope.organisations)
    lines = tuple(request_line(scope.site, statement) for statement in waiting[:MOST])
    return [Section(_("Their requests that wait for us"), lines, _("No formal request is open."))]


def _threads(scope: Scope) -> list[Thread]:
    """With the partner, or in the dossier; an officer's own, and those with their partners that nobody else answers for."""
    with_partners = [each for body in scope.organisations for each in open_threads(scope.reader, body)]
    found = {each.pk: each for each in with_partners}
    if scope.dossier is not None:
        found = {each.pk: each for each in _waiting(scope).filter(dossier=scope.dossier)}
    elif scope.officer is not None:
        found = {pk: each for pk, each in found.items() if each.owner in (None, scope.officer)}
        found |= {each.pk: each for each in _waiting(scope).filter(owner=scope.officer)}
    last = scope.now + timedelta(days=36500)
    return sorted(
        found.values(), key=lambda thread: (thread.turn != Thread.Turn.OURS, thread.due_at or last, thread.pk)
    )


def _waiting(scope: Scope) -> QuerySet[Thread]:
    open_ones = visible_threads(scope.reader).filter(done_at__isnull=True)
    return open_ones.exclude(turn=Thread.Turn.NOBODYS).select_related("owner", "dossier")
