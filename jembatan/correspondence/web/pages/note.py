"""The composer of an internal note: its own form, its own address, its own colour. It never becomes mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.note import keep_unfinished, note_on_thread
from jembatan.correspondence.queries.notes import unfinished_note
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.journal.actions.note import EmptyNote
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def note(request: HttpRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """GET: the form alone; POST: written below the latest message."""
    require_writer(actor)
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    context = {"thread": thread, "text": request.POST.get("note", "") or unfinished_note(actor, thread)}
    if request.method != "POST":
        return render(request, "correspondence/note.html", context)
    try:
        note_on_thread(actor, thread, request.POST.get("note", ""))
    except EmptyNote as refusal:
        return render(request, "correspondence/note.html", context | {"error": str(refusal)}, status=422)
    toast(request, _("The note is written. Only your desk reads it."))
    return redirect("correspondence:thread", thread_id=thread.pk)


@require_POST
@desk_page
def unfinished(request: HttpRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """Saved while it is typed, for its writer alone."""
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    keep_unfinished(actor, thread, request.POST.get("note", "").replace("\x00", ""))
    return HttpResponse(status=204)
