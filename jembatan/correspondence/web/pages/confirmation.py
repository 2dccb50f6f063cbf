"""A person is asked whether what we have is right; what they correct is accepted or left."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.confirmation.ask import ask_to_confirm
from jembatan.correspondence.actions.confirmation.settle import accept_corrections, leave_corrections
from jembatan.correspondence.actions.confirmation.take_back import take_back_settling
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.link import mails_of
from jembatan.correspondence.queries.confirmation.visible import visible_confirmations
from jembatan.directory.queries.visible import visible_people
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def asking(request: HttpRequest, actor: Actor, person_id: int) -> HttpResponse:
    """By mail; the button is the yes to what the check would ask. It can be taken back in the outbox."""
    person = get_object_or_404(visible_people(actor), pk=person_id)
    try:
        asked = ask_to_confirm(actor, person)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        mail = mails_of(asked.letter_id).get()
        undo = reverse("correspondence:outbox_withdrawal", args=[mail.pk])
        toast(request, _("Asked: %(who)s.") % {"who": person}, undo=undo)
    return redirect("directory:person", person_id=person.pk)


@require_POST
@desk_page
def acceptance(request: HttpRequest, actor: Actor, confirmation_id: int) -> HttpResponse:
    """Into the directory; its history holds what stood there."""
    told = _("The corrections stand in the directory. The history shows what stood there before.")
    return _settled(request, actor, confirmation_id, accept_corrections, told)


@require_POST
@desk_page
def leaving(request: HttpRequest, actor: Actor, confirmation_id: int) -> HttpResponse:
    """The directory stays as it is."""
    return _settled(request, actor, confirmation_id, leave_corrections, _("The directory stays as it is."))


@require_POST
@desk_page
def settling_return(request: HttpRequest, actor: Actor, confirmation_id: int) -> HttpResponse:
    """The corrections wait again."""
    confirmation = get_object_or_404(visible_confirmations(actor), pk=confirmation_id)
    try:
        take_back_settling(actor, confirmation)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("The corrections wait again, and the directory stands as before."))
    return redirect("directory:person", person_id=confirmation.person_id)


def _settled(
    request: HttpRequest,
    actor: Actor,
    confirmation_id: int,
    deed: Callable[[Actor, Confirmation], Confirmation],
    told: str,
) -> HttpResponse:
    confirmation = get_object_or_404(visible_confirmations(actor), pk=confirmation_id)
    try:
        deed(actor, confirmation)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, told, undo=reverse("correspondence:confirmation_return", args=[confirmation.pk]))
    return redirect("directory:person", person_id=confirmation.person_id)
