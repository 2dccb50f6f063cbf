"""The conversations that an officer sees first on a working day: theirs until tonight, what comes back, what waits."""

from datetime import timedelta
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.inbox import Filters, threads_in
from jembatan.correspondence.queries.rows import Row, rows_of_each
from jembatan.correspondence.queries.snoozed import came_back
from jembatan.correspondence.web.lines import lines_of
from jembatan.platform.ui.once import once

SHOWN = 7
OURS, THEIRS = Thread.Turn.OURS, Thread.Turn.THEIRS


def mine_until_tonight(request: HttpRequest, actor: Actor, subject: object) -> str:
    """What the reader answers for and has to answer today, what is overdue first."""
    query = {"turn": "ours", "owner": "mine", "due": "today", "order": "due"}
    return _panel(request, actor, "mine", _("Yours until tonight"), "user-check", query)


def back_from_snooze(request: HttpRequest, actor: Actor, subject: object) -> str:
    """What the reader had put off until today, or what somebody has written in since."""
    return _panel(request, actor, "back", _("Back for you"), "clock", {})


def waiting_on_us(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Conversations in which it is our turn, what is due first."""
    query = {"turn": OURS.value, "order": "due"}
    return _panel(request, actor, "ours", _("Waiting on us"), "reply", query)


def waiting_on_others(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Conversations in which it is theirs."""
    query = {"turn": THEIRS.value, "order": "due"}
    return _panel(request, actor, "theirs", _("Waiting on others"), "hourglass", query)


def _panel(
    request: HttpRequest, actor: Actor, name: str, title: str, icon: str, query: dict[str, str]
) -> str:
    """One of the day's lists; `query` shows all of it in the inbox."""
    lines = lines_of(once(request, "conversations of the day", lambda: _rows(actor))[name])
    address = f"{reverse('correspondence:inbox')}?{urlencode(query)}" if query else ""
    context = {"title": title, "icon": icon, "lines": lines, "all": address}
    return render_to_string("correspondence/panels.html#threads", context, request) if lines else ""


def _rows(actor: Actor) -> dict[str, list[Row]]:
    tonight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    mine = Filters(turn=OURS, owner="mine", due_before=tonight, by_due=True)
    lists = {
        "mine": threads_in(actor, mine),
        "back": came_back(actor),
        "ours": threads_in(actor, Filters(turn=OURS, by_due=True)),
        "theirs": threads_in(actor, Filters(turn=THEIRS, by_due=True)),
    }
    return rows_of_each(actor, lists, limit=SHOWN)
