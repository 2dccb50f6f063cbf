"""What applicants may ask the desk for by mail or telephone: their data to take along, and that all of it is deleted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.recruitment.actions.forget import delete_as_asked
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.queries.own_data import own_data_file
from jembatan.recruitment.web.pages.found import application_found


@desk_page
def data(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """All that is known of them, as JSON."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    return download(own_data_file(shown), name=f"application-{shown.number}.json")


@require_POST
@desk_page
def erasure(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """With `sure`: all is deleted, for good."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    try:
        if request.POST.get("sure") != "yes":
            raise Refused(_("Tick the box first: what is deleted does not come back."))
        delete_as_asked(actor, shown)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("recruitment:application", application_id=shown.pk)
    toast(
        request,
        _("Application %(number)s is deleted with all that belongs to it.") % {"number": shown.number},
    )
    return redirect("recruitment:applications", call_id=shown.call_id)
