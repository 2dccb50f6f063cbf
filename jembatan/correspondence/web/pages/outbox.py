"""Drafts, and the outbox: what waits, what failed, what is in doubt, and what has left lately."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.doubt import it_arrived, send_again
from jembatan.correspondence.actions.outbox.take_back import take_back, write_again
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import OutgoingMail
from jembatan.correspondence.queries.drafts import open_drafts
from jembatan.correspondence.queries.outbox import lately_sent, standing, visible_outgoing
from jembatan.correspondence.web.waiting import told
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast

SHOWN = 100
SENT_SHOWN = 20


@desk_page
def outbox(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What needs somebody first."""
    require_writer(actor)
    context = {
        "drafts": open_drafts(actor)[:SHOWN],
        "mails": [told(mail) for mail in standing(actor)[:SHOWN]],
        "sent": [told(mail) for mail in lately_sent(actor)[:SENT_SHOWN]],
    }
    return render(request, "correspondence/outbox.html", context)


@require_POST
@desk_page
def withdrawal(request: HttpRequest, actor: Actor, mail_id: int) -> HttpResponse:
    """Undo: back to the composer."""
    mail = get_object_or_404(visible_outgoing(actor), pk=mail_id)
    return _to_the_draft(request, actor, mail, take_back)


@require_POST
@desk_page
def rewriting(request: HttpRequest, actor: Actor, mail_id: int) -> HttpResponse:
    """A failed mail back in the composer."""
    mail = get_object_or_404(visible_outgoing(actor), pk=mail_id)
    return _to_the_draft(request, actor, mail, write_again)


@require_POST
@desk_page
def arrival(request: HttpRequest, actor: Actor, mail_id: int) -> HttpResponse:
    """Somebody knows that a mail in doubt has arrived."""
    mail = get_object_or_404(visible_outgoing(actor), pk=mail_id)
    return _settled(request, actor, mail, it_arrived, _("Counted as sent, and filed in its conversation."))


@require_POST
@desk_page
def repetition(request: HttpRequest, actor: Actor, mail_id: int) -> HttpResponse:
    """Somebody knows that it has not."""
    mail = get_object_or_404(visible_outgoing(actor), pk=mail_id)
    return _settled(request, actor, mail, send_again, _("The mail is sent again."))


def _to_the_draft(
    request: HttpRequest, actor: Actor, mail: OutgoingMail, action: Callable[[Actor, OutgoingMail], object]
) -> HttpResponse:
    try:
        action(actor, mail)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:outbox")
    return redirect("correspondence:draft", draft_id=mail.draft_id)


def _settled(
    request: HttpRequest,
    actor: Actor,
    mail: OutgoingMail,
    action: Callable[[Actor, OutgoingMail], object],
    text: str,
) -> HttpResponse:
    try:
        action(actor, mail)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, text)
    return redirect(came_from(request, default=reverse("correspondence:outbox")))
