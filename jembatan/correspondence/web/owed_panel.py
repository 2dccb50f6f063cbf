"""What a partner still owes us, on the partner's page."""

from dataclasses import dataclass
from datetime import datetime, time
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Statement, Thread
from jembatan.correspondence.queries.exchanges import Party
from jembatan.correspondence.queries.owed import answers_owed_by
from jembatan.correspondence.web.conversations import inbox_address, open_once
from jembatan.correspondence.web.due import DueChip, moment_chip

SHOWN = 7


@dataclass(frozen=True, slots=True)
class Owed:
    """One answer: to what, and by when it is expected."""

    icon: str
    title: str
    address: str
    due_at: datetime | None

    @property
    def due(self) -> DueChip | None:
        """None where nothing was set."""
        return moment_chip(self.due_at, ours=False) if self.due_at else None


def what_they_owe(request: HttpRequest, actor: Actor, subject: Party) -> str:
    """What is late or expected first on top; nothing where they owe nothing."""
    opened = open_once(request, actor, subject)
    threads, statements = answers_owed_by(actor, subject, opened, limit=SHOWN + 1)
    found = [*(_thread(each) for each in threads), *(_statement(each, actor) for each in statements)]
    found.sort(key=lambda each: (each.due_at is None, each.due_at.timestamp() if each.due_at else 0.0))
    query = urlencode({"turn": Thread.Turn.THEIRS.value, "order": "due"})
    context = {
        "owed": found[:SHOWN],
        "all": f"{inbox_address(subject)}&{query}" if len(found) > SHOWN else "",
    }
    return render_to_string("correspondence/panels.html#owed", context, request) if found else ""


def _thread(thread: Thread) -> Owed:
    address = reverse("correspondence:thread", args=[thread.pk])
    return Owed("mail", thread.subject or _("(no subject)"), address, thread.due_at)


def _statement(statement: Statement, actor: Actor) -> Owed:
    """Its deadline is a day; the answer may come until that is over at the desk."""
    zone = ZoneInfo(actor.desk.time_zone)
    due_at = datetime.combine(statement.deadline, time.max, zone) if statement.deadline else None
    address = reverse("correspondence:statement", args=[statement.pk])
    return Owed("file-text", str(statement), address, due_at)
