"""What correspondence shows on the pages of others beside conversations: the latest mail, and what went wrong with it."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.bounces import bounces_of
from jembatan.correspondence.queries.exchanges import last_exchanges
from jembatan.correspondence.queries.outbox import needing_somebody
from jembatan.correspondence.queries.preflight.drafted import letter_of_draft
from jembatan.correspondence.queries.rows import snippet, who_wrote
from jembatan.correspondence.web.anything import anything_once
from jembatan.correspondence.web.conversations import inbox_address
from jembatan.correspondence.web.findings import findings_panel
from jembatan.correspondence.web.waiting import told
from jembatan.directory.models import Organisation, Person
from jembatan.platform.seldom import seldom

SHOWN = 7
MESSAGES = 5


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
