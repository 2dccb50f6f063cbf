"""What correspondence shows on the pages of others: what is open with them, and the latest mail."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft, Thread
from jembatan.correspondence.queries.bounces import bounces_of
from jembatan.correspondence.queries.exchanges import last_exchanges
from jembatan.correspondence.queries.inbox import LATEST_FIRST
from jembatan.correspondence.queries.outbox import needing_somebody
from jembatan.correspondence.queries.owed import first_awaited
from jembatan.correspondence.queries.preflight.drafted import letter_of_draft
from jembatan.correspondence.queries.rows import rows_of, snippet, who_wrote
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.web.anything import anything_once
from jembatan.correspondence.web.findings import findings_panel
from jembatan.correspondence.web.lines import lines_of, turn_chip
from jembatan.correspondence.web.waiting import told
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.platform.seldom import seldom
from jembatan.platform.ui.once import once

SHOWN = 7
SHOWN_ON_TOP = 3
MESSAGES = 5


def turn_with(request: HttpRequest, actor: Actor, subject: Organisation | Person) -> str:
    """Open conversations with the party, our turn first: what a reader of the party's page must not overlook."""
    found = awaited_once(request, actor, subject)
    context = {
        "threads": [{"thread": thread, "turn": turn_chip(thread)} for thread in found[:SHOWN_ON_TOP]],
        "all": inbox_address(subject) if len(found) > SHOWN_ON_TOP else "",
    }
    return render_to_string("correspondence/panels.html#open", context, request) if found else ""


def awaited_once(request: HttpRequest, actor: Actor, party: Organisation | Person) -> list[Thread]:
    """What two panels of the party's page begin with."""
    return once(request, ("awaited", type(party), party.pk), lambda: first_awaited(actor, party))


def outbox_trouble(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Mail that has not left, or that nobody knows to have left: it must not wait until somebody looks into the outbox."""
    if not actor.may_write or not anything_once(request, actor).troubles:
        return ""
    mails = seldom(needing_somebody(actor), SHOWN)
    context = {"mails": [told(mail) for mail in mails]}
    return render_to_string("correspondence/panels.html#trouble", context, request) if mails else ""


def draft_findings(request: HttpRequest, actor: Actor, subject: Draft) -> str:
    """What the pre-flight check finds in a draft that has words, anew after each saving."""
    if subject.state != Draft.State.OPEN or not subject.text.strip():
        return ""
    return findings_panel(request, actor, letter_of_draft(subject), field="id_text")


def came_back(request: HttpRequest, actor: Actor, subject: Organisation | Person) -> str:
    """Addresses of the party at which mail of ours has come back, until somebody settles it on the conversation."""
    bounces = bounces_of(actor, subject)
    return (
        render_to_string("correspondence/panels.html#bounced", {"bounces": bounces}, request)
        if bounces
        else ""
    )


def latest_mail(request: HttpRequest, actor: Actor, subject: Organisation | Person) -> str:
    """The last messages that the party wrote or received."""
    messages = [
        {"message": message, "who": who_wrote(message), "snippet": snippet(message.text)}
        for message in last_exchanges(actor, subject, MESSAGES)
    ]
    context = {"messages": messages, "all": inbox_address(subject)}
    return render_to_string("correspondence/panels.html#latest", context, request) if messages else ""


def threads_of_dossier(request: HttpRequest, actor: Actor, subject: Dossier) -> str:
    """The dossier's conversations, the latest first, closed ones too."""
    threads = visible_threads(actor).filter(dossier=subject).order_by(*LATEST_FIRST)
    lines = lines_of(rows_of(actor, threads, limit=SHOWN))
    address = f"{reverse('correspondence:inbox')}?{urlencode({'dossier': subject.pk})}"
    context = {"title": _("Conversations"), "icon": "mail", "lines": lines, "all": address}
    return render_to_string("correspondence/panels.html#threads", context, request) if lines else ""


def inbox_address(party: Organisation | Person) -> str:
    """The inbox with this party's conversations."""
    name = "person" if isinstance(party, Person) else "organisation"
    return f"{reverse('correspondence:inbox')}?{urlencode({name: party.pk})}"
