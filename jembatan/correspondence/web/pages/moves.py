"""Splitting and merging conversations, and taking it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.merge import merge_threads
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.split import split_thread, undo_move
from jembatan.correspondence.models import Thread, ThreadMove
from jembatan.correspondence.queries.merging import merge_candidates, visible_moves
from jembatan.correspondence.queries.visible import visible_messages, visible_threads
from jembatan.correspondence.web.lines import lines_of
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def splitting(request: HttpRequest, actor: Actor, message_id: int) -> HttpResponse:
    """From this message on, a conversation of its own: that is where the reader is led."""
    first = get_object_or_404(visible_messages(actor).select_related("thread"), pk=message_id)
    try:
        move = split_thread(actor, first.thread, first=first)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:thread", thread_id=first.thread_id)
    _offer_undo(request, move, _("This is a conversation of its own now."))
    return redirect("correspondence:thread", thread_id=move.target_id)


@desk_page
def merging(request: DeskRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """GET: conversations to merge with, narrowed by `q`; POST: everything moves into the chosen one."""
    require_writer(actor)
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    if request.method != "POST":
        text = request.GET.get("q", "")
        rows = merge_candidates(actor, thread, text=text)
        context = {"thread": thread, "lines": lines_of(rows), "q": text}
        fragment = "#candidates" if "q" in request.GET and request.htmx else ""
        return render(request, f"correspondence/merging.html{fragment}", context)
    wanted = record_number(request.POST.get("target", ""))
    target = get_object_or_404(visible_threads(actor), pk=wanted or 0)
    return _merge(request, actor, thread, target)


@require_POST
@desk_page
def undoing(request: HttpRequest, actor: Actor, move_id: int) -> HttpResponse:
    """Everything back where it was."""
    move = get_object_or_404(visible_moves(actor), pk=move_id)
    try:
        undo_move(actor, move)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:thread", thread_id=move.target_id)
    toast(request, _("The messages are back where they were."))
    return redirect("correspondence:thread", thread_id=move.source_id)


def _merge(request: HttpRequest, actor: Actor, thread: Thread, target: Thread) -> HttpResponse:
    try:
        move = merge_threads(actor, thread, target=target)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:thread", thread_id=thread.pk)
    _offer_undo(request, move, _("Both are one conversation now."))
    return redirect("correspondence:thread", thread_id=target.pk)


def _offer_undo(request: HttpRequest, move: ThreadMove, text: str) -> None:
    toast(request, text, undo=reverse("correspondence:move_undo", args=[move.pk]))
