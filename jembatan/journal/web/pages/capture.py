"""The capture line: opened anywhere with `c`, read while it is typed, saved as a note, or as what a room above reads in it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.journal.actions.note import EmptyNote, write_note
from jembatan.journal.queries.captured import read_line
from jembatan.journal.queries.capturing import CaptureKind, kind_of_line
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def capture(request: DeskRequest, actor: Actor) -> HttpResponse:
    """GET reads the line into chips; POST saves it. A moment in the past is when it happened; one ahead stays words."""
    require_writer(actor)
    line = (request.POST if request.method == "POST" else request.GET).get("line", "")
    captured = read_line(actor, line, now=timezone.localtime(), language=translation.get_language() or "id")
    only_note = "note" in (request.POST if request.method == "POST" else request.GET)
    kind = kind_of_line(captured)
    context = {"captured": captured, "line": line, "kind": kind, "only_note": only_note}
    if request.method != "POST":
        typing = "line" in request.GET and request.htmx
        template = "journal/capture.html#chips" if typing else "journal/capture.html"
        return render(request, template, context)
    if kind and not only_note:
        return _taken(request, actor, kind, context)
    occurred_at = captured.when.start if captured.when and captured.when.start < timezone.now() else None
    try:
        entry = write_note(
            actor,
            captured.told,
            parties=captured.parties,
            dossier=captured.dossier,
            occurred_at=occurred_at,
            as_written=captured.text,
        )
    except EmptyNote as refusal:
        template = "journal/capture.html#refusal" if request.htmx else "journal/capture.html"
        return render(request, template, {**context, "error": str(refusal)}, status=422)
    toast(request, _("Written in the journal."))
    return _back(request, reverse("journal:entry", args=[entry.pk]))


def _taken(request: DeskRequest, actor: Actor, kind: CaptureKind, context: dict[str, Any]) -> HttpResponse:
    """Written by the room above; what it refuses stays on the page."""
    try:
        taken = kind.take(actor, context["captured"])
    except ValidationError as fault:
        template = "journal/capture.html#refusal" if request.htmx else "journal/capture.html"
        return render(request, template, {**context, "error": " ".join(fault.messages)}, status=422)
    toast(request, taken.told, undo=taken.undo, undo_fields=taken.undo_fields)
    return _back(request, taken.address)


def _back(request: DeskRequest, page: str) -> HttpResponse:
    """To the page that the sheet was opened over, or to what was written."""
    if not request.htmx:
        return redirect(page)
    here = request.headers.get("HX-Current-URL") or reverse("journal:journal")
    return HttpResponse(status=204, headers={"HX-Redirect": here})
