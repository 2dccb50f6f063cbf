"""It is really from us: the head's word for a mail that seems to pretend, and taking it back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.vouching import take_word_back, vouch
from jembatan.correspondence.models import Message
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def vouching(request: DeskRequest, actor: Actor, message_id: int) -> HttpResponse:
    """From now on it counts as ours; the toast takes it back."""
    message = get_object_or_404(visible_messages(actor), pk=message_id)
    try:
        vouch(actor, message)
    except Refused as refusal:
        toast(request, str(refusal))
    else:
        undo = reverse("correspondence:vouching_undo", args=[message.pk])
        toast(request, _("It counts as mail of the desk now, and the turn with it."), undo=undo)
    return _to(message)


@require_POST
@desk_page
def vouching_undo(request: DeskRequest, actor: Actor, message_id: int) -> HttpResponse:
    """It does not count as ours again."""
    message = take_word_back(actor, get_object_or_404(visible_messages(actor), pk=message_id))
    toast(request, _("It does not count as mail of the desk."))
    return _to(message)


def _to(message: Message) -> HttpResponse:
    return redirect(
        f"{reverse('correspondence:thread', args=[message.thread_id])}?at={message.pk}#message-{message.pk}"
    )
