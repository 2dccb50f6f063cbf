"""What officers may ask the desk for: their data to take along, and that it is deleted, by the desk or for a reason not yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.deletion import decline_deletion
from jembatan.programmes.actions.forget import delete_officer_data
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.queries.deletions import last_deletion
from jembatan.programmes.queries.own_data import own_data_file
from jembatan.programmes.web.pages.found import found_officer


@desk_page
def officer_data(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """All that is known of them, as JSON."""
    require_officer(actor)
    one = found_officer(actor, lo_id)
    return download(own_data_file(one), name=f"officer-{one.number}.json")


@require_POST
@desk_page
def officer_erasure(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """With `sure`: what accounts do not need is deleted, for good."""
    require_officer(actor)
    one = found_officer(actor, lo_id)
    try:
        if request.POST.get("sure") != "yes":
            raise Refused(_("Tick the box first: what is deleted does not come back."))
        delete_officer_data(actor, one)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("Personal data of officer %(number)s is deleted.") % {"number": one.number})
    return redirect("programmes:officer", one.pk)


@require_POST
@desk_page
def deletion_declining(request: HttpRequest, actor: Actor, lo_id: int) -> HttpResponse:
    """Nothing is deleted yet, for a `reason` that the officer reads."""
    require_officer(actor)
    one = found_officer(actor, lo_id)
    try:
        asked = last_deletion(one)
        if asked is None:
            raise Refused(_("%(name)s has not asked for it.") % {"name": one})
        decline_deletion(actor, asked, request.POST.get("reason", ""))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, _("%(name)s hears why nothing is deleted yet.") % {"name": one})
    return redirect("programmes:officer", one.pk)
