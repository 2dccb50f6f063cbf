"""The button that sends: what was typed last is saved first, so that what leaves is what stands on the page."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import NotOpen
from jembatan.correspondence.actions.outbox.send import UNDO, Unconfirmed, send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft, OutgoingMail
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.web.composing import composer
from jembatan.correspondence.web.pages.draft import blank_form
from jembatan.correspondence.web.pages.saving import saved_as_typed
from jembatan.platform.access import require_officer
from jembatan.platform.dates.spoken import parse_when
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.moments import moment_text
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def departure(request: DeskRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """Into the outbox; many receivers and objections are asked about first, with 422."""
    require_officer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    saved = saved_as_typed(request, actor, stored)
    return saved if isinstance(saved, HttpResponse) else sent(request, actor, saved)


def sent(request: DeskRequest, actor: Actor, draft: Draft) -> HttpResponse:
    """The draft as it stands goes into the outbox; else the page that says what stands against it."""
    later = request.POST.get("later", "").strip()
    try:
        mail = send_draft(
            actor, draft, send_at=_moment(later) if later else None, confirmed="confirmed" in request.POST
        )
    except Unconfirmed as unconfirmed:
        context = {"draft": draft, "questions": unconfirmed.questions, "later": later}
        return render(request, "correspondence/departure.html", context, status=422)
    except NotOpen as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:draft", draft_id=draft.pk)
    except Refused as refusal:
        form = blank_form(actor, draft)
        return composer(request, actor, draft, form, status=422, refusal=str(refusal))
    _tell(request, mail)
    if draft.answers is not None:
        return redirect("correspondence:thread", thread_id=draft.answers.thread_id)
    return redirect("correspondence:outbox")


def _moment(text: str) -> datetime:
    """What "besok 08.00" means. Raises `Refused` for what is no moment, and for one that is over."""
    now = timezone.localtime()
    when = parse_when(text, now=now, language=translation.get_language() or "id")
    if when is None or when.all_day:
        raise Refused(
            _("“%(text)s” is no moment. Write a day and a time, such as “tomorrow 08:00”.") % {"text": text}
        )
    if when.start <= now:
        raise Refused(_("“%(text)s” is over.") % {"text": text})
    return when.start


def _tell(request: DeskRequest, mail: OutgoingMail) -> None:
    undo = reverse("correspondence:outbox_withdrawal", args=[mail.pk])
    if mail.due_at > timezone.now() + UNDO:
        text = _("The mail leaves on %(moment)s.") % {"moment": moment_text(mail.due_at)}
    else:
        text = _("The mail leaves in %(seconds)s seconds.") % {"seconds": UNDO.seconds}
    toast(request, text, undo=undo)
