"""The conversations of a partner or a dossier on its page, narrowed by turn as the inbox is."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.exchanges import Party
from jembatan.correspondence.queries.inbox import LATEST_FIRST, counts_by_turn
from jembatan.correspondence.queries.owed import first_open, with_turn
from jembatan.correspondence.queries.rows import rows_of
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.web.lines import lines_of, turn_chip
from jembatan.correspondence.web.turn_chips import OPEN, Chosen, turn_chips
from jembatan.directory.models import Person
from jembatan.dossiers.models import Dossier
from jembatan.platform.ui.once import once

SHOWN = 7
SHOWN_ON_TOP = 3


def turn_with(request: HttpRequest, actor: Actor, subject: Party) -> str:
    """Conversations with the party, our turn first: what a reader of the party's page must not overlook."""
    chosen, opened = Chosen.of(request), open_once(request, actor, subject)
    if not (opened or chosen):
        return ""
    shown = SHOWN if chosen else SHOWN_ON_TOP
    found = with_turn(actor, subject, opened, turn=chosen.turn, done=chosen.done, limit=shown + 1)
    context = _narrowed(request, chosen, found.counts, _title(chosen), everything=OPEN)
    context |= {
        "threads": [{"thread": thread, "turn": turn_chip(thread)} for thread in found.threads[:shown]],
        "all": inbox_address(subject, **chosen.query) if len(found.threads) > shown else "",
    }
    return render_to_string("correspondence/panels.html#open", context, request)


def threads_of_dossier(request: HttpRequest, actor: Actor, subject: Dossier) -> str:
    """The dossier's conversations, the latest first, closed ones too until a turn is chosen."""
    chosen = Chosen.of(request)
    threads = visible_threads(actor).filter(dossier=subject).order_by(*LATEST_FIRST)
    found = threads.filter(done_at__isnull=not chosen.done) if chosen else threads
    lines = lines_of(rows_of(actor, found.filter(turn=chosen.turn) if chosen.turn else found, limit=SHOWN))
    if not (lines or chosen):
        return ""
    counts = counts_by_turn(threads.filter(done_at__isnull=True))
    query = {"dossier": str(subject.pk), **chosen.query}
    context = _narrowed(request, chosen, counts, _("Conversations"), everything=_("Everything"))
    context |= {"icon": "mail", "lines": lines, "all": _inbox(query)}
    return render_to_string("correspondence/panels.html#threads", context, request)


def open_once(request: HttpRequest, actor: Actor, party: Party) -> list[Thread]:
    """What two panels of the party's page begin with."""
    return once(request, ("open", type(party), party.pk), lambda: first_open(actor, party))


def inbox_address(party: Party, **query: str) -> str:
    """The inbox with this party's conversations."""
    name = "person" if isinstance(party, Person) else "organisation"
    return _inbox({name: str(party.pk), **query})


def _narrowed(
    request: HttpRequest, chosen: Chosen, counts: dict[str, int], title: str, *, everything: str | Promise
) -> dict[str, Any]:
    """What the filter needs of the panel that it stands in."""
    chips = turn_chips(request, chosen, counts, everything=everything)
    return {"title": title, "chips": chips, "part": "conversations"}


def _title(chosen: Chosen) -> str:
    return _("Conversations") if chosen.done else _("Open conversations")


def _inbox(query: dict[str, str]) -> str:
    return f"{reverse('correspondence:inbox')}?{urlencode(query)}"
