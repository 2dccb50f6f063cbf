"""What an officer sees first on a working day: what is theirs until tonight, and what comes back to them."""

from datetime import timedelta

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.inbox import Filters
from jembatan.correspondence.queries.rows import rows_of
from jembatan.correspondence.queries.snoozed import came_back
from jembatan.correspondence.web.lines import lines_of
from jembatan.correspondence.web.panels import SHOWN, threads_panel


def mine_until_tonight(request: HttpRequest, actor: Actor, subject: object) -> str:
    """What the reader answers for and has to answer today, what is overdue first."""
    tonight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    mine = Filters(turn=Thread.Turn.OURS, owner="mine", due_before=tonight, by_due=True)
    query = {"turn": "ours", "owner": "mine", "due": "today", "order": "due"}
    return threads_panel(request, actor, mine, query, title=_("Yours until tonight"), icon="user-check")


def back_from_snooze(request: HttpRequest, actor: Actor, subject: object) -> str:
    """What the reader had put off until today, or what somebody has written in since."""
    lines = lines_of(rows_of(actor, came_back(actor), limit=SHOWN))
    context = {"title": _("Back for you"), "icon": "clock", "lines": lines, "all": ""}
    return render_to_string("correspondence/panels.html#threads", context, request) if lines else ""
