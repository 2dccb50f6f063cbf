"""Ending a negotiation, taking it up again, and the stripped version to share."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.share import make_stripped
from jembatan.negotiation.actions.start import end_negotiation, take_up_negotiation
from jembatan.negotiation.web.forms import StrippedForm
from jembatan.negotiation.web.pages.found import found
from jembatan.negotiation.web.pages.sheet import context_of
from jembatan.platform.access import require_officer
from jembatan.platform.markings import Marking
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def ending(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """Nothing more is negotiated."""
    require_officer(actor)
    ended = end_negotiation(actor, found(actor, negotiation_id))
    undo = reverse("negotiation:taking_up", args=[ended.pk])
    toast(request, _("%(title)s has ended.") % {"title": ended}, undo=undo)
    return redirect("negotiation:negotiation", negotiation_id=ended.pk)


@require_POST
@desk_page
def taking_up(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """It goes on."""
    require_officer(actor)
    current = take_up_negotiation(actor, found(actor, negotiation_id))
    toast(request, _("%(title)s goes on.") % {"title": current})
    return redirect("negotiation:negotiation", negotiation_id=current.pk)


@require_POST
@desk_page
def stripped(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """The file to share."""
    require_officer(actor)
    shown = found(actor, negotiation_id)
    form = StrippedForm(request.POST)
    if not form.is_valid():
        context = context_of(request, shown, stripped_form=form)
        return render(request, "negotiation/negotiation.html", context, status=422)
    marking, language = Marking(form.cleaned_data["marking"]), form.cleaned_data["language"]
    made = make_stripped(actor, shown, marking=marking, language=language)
    return download(made.content, name=made.name)
