"""Whose turn it is, and since when."""

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.briefings.queries.request import BriefRequest
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.exchanges import open_threads
from jembatan.platform.documents.model import Line, Section
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text, moment_text

MOST = 12


def whose_turn(request: BriefRequest) -> Sequence[Section]:
    """Open conversations: ours to answer first, then those that wait for them."""
    threads = {
        thread.pk: thread
        for organisation in request.organisations
        for thread in open_threads(request.actor, organisation)[:MOST]
    }
    in_order = sorted(threads.values(), key=lambda thread: thread.turn != Thread.Turn.OURS)
    lines = tuple(thread_line(request, thread) for thread in in_order)
    return [Section(_("Whose turn it is"), lines, _("Nobody waits for an answer."))]


def thread_line(request: BriefRequest, thread: Thread) -> Line:
    """A conversation: whose turn, since when, until when."""
    address = reverse("correspondence:thread", kwargs={"thread_id": thread.pk})
    source = request.mail_source(subject=thread.subject, sent_at=thread.last_at, address=address)
    return Line(
        thread.subject or _("(no subject)"),
        label=_("Our turn") if thread.turn == Thread.Turn.OURS else _("Their turn"),
        detail=" · ".join(part for part in (_since_told(thread, request.now), _due(thread)) if part),
        sources=(source,),
        marking=Marking(thread.marking),
    )


def _since_told(thread: Thread, now: datetime) -> str:
    return _since(thread.turn_since, now) if thread.turn_since else ""


def _due(thread: Thread) -> str:
    """What somebody has agreed or promised; else what the desk's clock says."""
    return _("due %(day)s") % {"day": moment_text(thread.due_at)} if thread.due_at else ""


def _since(moment: datetime, now: datetime) -> str:
    days = max((now - moment).days, 0)
    sentence = ngettext("since %(day)s (%(days)d day)", "since %(day)s (%(days)d days)", days)
    return sentence % {"day": day_text(moment), "days": days}
