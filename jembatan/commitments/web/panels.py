"""What promises show on the pages of others: what is open with a partner, what calls today, and the way to write one down."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.commitments.formats.promises import find_promises
from jembatan.commitments.models import Commitment
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.listing import Subject, calling, open_with
from jembatan.correspondence.models import Thread
from jembatan.journal.models import Entry
from jembatan.meetings.models import MinutesSection
from jembatan.platform.seldom import seldom

SHOWN = 5


def open_promises(request: HttpRequest, actor: Actor, subject: Subject) -> str:
    """On top of a partner's page and of a dossier. One query where nothing is open."""
    return _panel(request, actor, "open", seldom(open_with(actor, subject), SHOWN))


def today(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Mine that are due, theirs that are late. One query where nothing calls."""
    return _panel(request, actor, "today", seldom(calling(actor), SHOWN))


def of_thread(request: HttpRequest, actor: Actor, subject: Thread) -> str:
    """The button that takes the selected words of a mail, and what seems to be promised: asked for once the page stands."""
    if not actor.may_write:
        return ""
    suggested = reverse("commitments:suggested_in_thread", args=[subject.pk])
    return _button(request, actor, "thread", subject.pk, key="t") + _suggested(request, suggested)


def of_section(request: HttpRequest, actor: Actor, subject: MinutesSection) -> str:
    """The same below each text of the minutes; asked for only where the text promises something."""
    if not actor.may_write:
        return ""
    button = _button(request, actor, "section", subject.pk, key="t")
    if not find_promises(subject.text, wrapped=False):
        return button
    return button + _suggested(request, reverse("commitments:suggested_in_section", args=[subject.pk]))


def of_entry(request: HttpRequest, actor: Actor, subject: Entry) -> str:
    """The same of a line of the journal."""
    return _button(request, actor, "entry", subject.pk, key="t")


def _button(request: HttpRequest, actor: Actor, source: str, pk: int, *, key: str = "") -> str:
    if not actor.may_write:
        return ""
    context = {"address": f"{reverse('commitments:new')}?{source}={pk}", "key": key, "source": source}
    return render_to_string("commitments/panels.html#button", context, request)


def _suggested(request: HttpRequest, address: str) -> str:
    return render_to_string("commitments/panels.html#suggested", {"suggested": address}, request)


def _panel(request: HttpRequest, actor: Actor, name: str, rows: list[Commitment]) -> str:
    context = {"promises": rows, "today": today_at(actor.desk), "back": request.path}
    return render_to_string(f"commitments/panels.html#{name}", context, request) if rows else ""
