"""Questions that the desk has asked: taken back, closed, sent once more, quoted."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.consultation.quote import insert_answer
from jembatan.correspondence.actions.consultation.settle import close, send_new_link, withdraw
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.consultation.visible import visible_consultations
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.web.consultation_place import place_of
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast

type Deed = Callable[[Actor, Consultation], Consultation]


@require_POST
@desk_page
def withdrawal(request: HttpRequest, actor: Actor, consultation_id: int) -> HttpResponse:
    """The link is over."""
    return _done(
        request,
        actor,
        consultation_id,
        withdraw,
        _("The question is withdrawn: the link is no longer valid."),
    )


@require_POST
@desk_page
def closing(request: HttpRequest, actor: Actor, consultation_id: int) -> HttpResponse:
    """The answer stands as it is."""
    return _done(request, actor, consultation_id, close, _("The question is closed."))


@require_POST
@desk_page
def new_link(request: HttpRequest, actor: Actor, consultation_id: int) -> HttpResponse:
    """By mail, as the first one; the button is the yes to what the check would ask."""

    def send(actor: Actor, consultation: Consultation) -> Consultation:
        return send_new_link(actor, consultation, confirmed=True)

    return _done(
        request,
        actor,
        consultation_id,
        send,
        _("A new link is on its way. The earlier one is no longer valid."),
    )


@require_POST
@desk_page
def insertion(request: HttpRequest, actor: Actor, draft_id: int, consultation_id: int) -> HttpResponse:
    """The answer goes into the draft, with its author."""
    require_writer(actor)
    draft = get_object_or_404(visible_drafts(actor), pk=draft_id)
    consultation = get_object_or_404(visible_consultations(actor), pk=consultation_id)
    try:
        insert_answer(actor, draft, consultation)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("The answer stands below your text."))
    return redirect("correspondence:draft", draft_id=draft.pk)


def _done(request: HttpRequest, actor: Actor, consultation_id: int, deed: Deed, told: str) -> HttpResponse:
    consultation = get_object_or_404(visible_consultations(actor), pk=consultation_id)
    try:
        deed(actor, consultation)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, told)
    return redirect(came_from(request, default=place_of(consultation)))
