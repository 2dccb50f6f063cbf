"""A tag on many records at once, from the list's selection, and its inverse."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.tags import tag_parties, untag_parties
from jembatan.directory.web.parties import kind_or_404
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def tagging(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """`chosen` are the selected rows, `tag` the tag."""
    chosen = _ids(request.POST.getlist("chosen"))
    try:
        changed = tag_parties(actor, kind_or_404(kind), chosen, tag=request.POST.get("tag", ""))
    except ValidationError as fault:
        toast(request, " ".join(fault.messages), tone="danger")
        return redirect(_back(request, kind))
    if not chosen:
        toast(request, _("Select some rows first."), tone="info")
        return redirect(_back(request, kind))
    tag = request.POST.get("tag", "").strip()
    text = ngettext(
        "%(count)s record was tagged “%(tag)s”.", "%(count)s records were tagged “%(tag)s”.", len(changed)
    )
    undo = {"chosen": ",".join(map(str, changed)), "tag": tag, "next": _back(request, kind)}
    address = reverse("directory:untagging", args=[kind]) if changed else ""
    toast(request, text % {"count": len(changed), "tag": tag}, undo=address, undo_fields=undo)
    return redirect(_back(request, kind))


@require_POST
@desk_page
def untagging(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Take the tag off these records."""
    tag = request.POST.get("tag", "")
    changed = untag_parties(actor, kind_or_404(kind), _ids(request.POST.getlist("chosen")), tag=tag)
    text = ngettext(
        "The tag was taken off %(count)s record.", "The tag was taken off %(count)s records.", len(changed)
    )
    toast(request, text % {"count": len(changed)})
    return redirect(_back(request, kind))


def _ids(values: list[str]) -> list[int]:
    numbers = (record_number(part) for value in values for part in value.split(","))
    return [number for number in numbers if number is not None]


def _back(request: HttpRequest, kind: str) -> str:
    whole_list = reverse("directory:directory" if kind == "people" else "directory:organisations")
    return came_from(request, default=whole_list)
