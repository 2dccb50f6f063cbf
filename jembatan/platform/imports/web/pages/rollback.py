"""Taking an import back: what it would remove and keep, and the button."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.actions.roll_back import foresee, may_be_taken_back, roll_back
from jembatan.platform.imports.queries.batches import visible_batches
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def rollback(request: HttpRequest, actor: Any, batch_id: int) -> HttpResponse:
    """The exact numbers; a POST does it."""
    batch = get_object_or_404(visible_batches(actor), pk=batch_id)
    if request.method == "POST":
        try:
            taken = roll_back(actor, batch)
        except CannotImport as refusal:
            toast(request, str(refusal), tone="danger")
        else:
            counts = {"removed": taken.removed, "kept": taken.kept}
            toast(request, _("Taken back: %(removed)s records removed or restored, %(kept)s kept.") % counts)
        return redirect("imports:batch", batch.pk)
    if not may_be_taken_back(batch):
        return redirect("imports:batch", batch.pk)
    return render(request, "imports/rollback.html", {"batch": batch, "foreseen": foresee(actor, batch)})
