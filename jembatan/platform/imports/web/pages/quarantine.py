"""What an import set aside: why, its original bytes, and another try."""

from pathlib import PurePath
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.platform.imports.actions.quarantine import dismiss, retry, retry_all
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.queries.batches import (
    holders_of,
    quarantine_of,
    visible_batches,
    visible_quarantine,
    waiting_in,
)
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.downloads import kept_as
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def quarantine(request: DeskRequest, actor: Any, batch_id: int) -> HttpResponse:
    """The items in their order."""
    batch = get_object_or_404(visible_batches(actor), pk=batch_id)
    after = request.GET.get("after", "")
    page = quarantine_of(actor, batch, after=record_number(after) or 0)
    holders = holders_of(actor, page.rows)
    context = {
        "batch": batch,
        "items": [(item, holders.get(item.pk)) for item in page.rows],
        "more_url": f"{request.path}?after={page.next_key}" if page.next_key else "",
        "waiting": waiting_in(actor, batch),
    }
    template = "imports/quarantine.html#rows" if after and request.htmx else "imports/quarantine.html"
    return render(request, template, context)


@desk_page
def original(request: HttpRequest, actor: Any, item_id: int) -> HttpResponse:
    """The bytes as they were, to keep and not to open in place."""
    item = get_object_or_404(visible_quarantine(actor), pk=item_id)
    name = PurePath(item.source).name or "original"
    if item.position:
        name = f"{PurePath(name).stem}-{item.position}{PurePath(name).suffix}"
    return HttpResponse(bytes(item.raw), content_type="application/octet-stream", headers=kept_as(name))


@require_POST
@desk_page
def retry_one(request: HttpRequest, actor: Any, item_id: int) -> HttpResponse:
    """Try one item again."""
    item = get_object_or_404(visible_quarantine(actor).defer("raw"), pk=item_id)
    try:
        filed = retry(actor, item)
    except CannotImport as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        if filed:
            toast(request, _("The item is filed now."))
        else:
            toast(request, _("The item still cannot be read."), tone="danger")
    return redirect("imports:quarantine", item.batch_id)


@require_POST
@desk_page
def retry_everything(request: HttpRequest, actor: Any, batch_id: int) -> HttpResponse:
    """Try every waiting item again."""
    batch = get_object_or_404(visible_batches(actor), pk=batch_id)
    try:
        filed, waiting = retry_all(actor, batch)
    except CannotImport as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(
            request, _("%(filed)s filed now, %(waiting)s still wait.") % {"filed": filed, "waiting": waiting}
        )
    return redirect("imports:quarantine", batch.pk)


@require_POST
@desk_page
def dismissal(request: HttpRequest, actor: Any, item_id: int) -> HttpResponse:
    """Let an item go."""
    item = get_object_or_404(visible_quarantine(actor).defer("raw"), pk=item_id)
    dismiss(actor, item)
    toast(request, _("The item was let go; its bytes are kept with the import."))
    return redirect("imports:quarantine", item.batch_id)
