"""Which dossier a conversation belongs to, and who may read it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.classify import LoweredMarking, mark, put_in_dossier
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.web.pages.thread import DossierForm, MarkingForm
from jembatan.platform.access import require_officer
from jembatan.platform.markings import Marking
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def dossier(request: HttpRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """The chosen dossier, or none."""
    require_officer(actor)
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    form = DossierForm(actor, request.POST)
    if not form.is_valid():
        toast(request, _("This dossier is closed, or you cannot see it."), tone="danger")
        return _back(thread)
    chosen = form.cleaned_data["dossier"]
    try:
        before = put_in_dossier(actor, thread, dossier=chosen)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return _back(thread)
    text = _("In the dossier “%(title)s” now.") % {"title": chosen} if chosen else _("In no dossier now.")
    fields = {"dossier": str(before.pk) if before else ""}
    toast(request, text, undo=reverse("correspondence:dossier", args=[thread.pk]), undo_fields=fields)
    return _back(thread)


@require_POST
@desk_page
def marking(request: HttpRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """The chosen marking; a lower one is asked about first, with 422."""
    require_officer(actor)
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    form = MarkingForm(request.POST)
    if not form.is_valid():
        return _back(thread)
    chosen = Marking(form.cleaned_data["marking"])
    try:
        before = mark(actor, thread, marking=chosen, confirmed="confirmed" in request.POST)
    except LoweredMarking as refusal:
        context = {"thread": thread, "chosen": chosen, "question": str(refusal)}
        return render(request, "correspondence/lower_marking.html", context, status=422)
    undo = reverse("correspondence:marking", args=[thread.pk])
    fields = {"marking": before.value, "confirmed": "1"}
    toast(request, _("Marked %(marking)s.") % {"marking": chosen}, undo=undo, undo_fields=fields)
    return _back(thread)


def _back(thread: Thread) -> HttpResponse:
    return redirect("correspondence:thread", thread_id=thread.pk)
