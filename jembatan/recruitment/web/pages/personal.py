"""What applicants may ask the desk for by mail or telephone: their data to take along, to be corrected, and that all of it is deleted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.recruitment.actions.correct import AddressTaken, correct
from jembatan.recruitment.actions.forget import delete_as_asked
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.queries.own_data import own_data_file
from jembatan.recruitment.web.apply_form import ApplyForm
from jembatan.recruitment.web.pages.found import application_found


@desk_page
def data(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """All that is known of them, as JSON."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    return download(own_data_file(shown), name=f"application-{shown.number}.json")


@desk_page
def correction(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """The applicant's own form, with what stands there."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    sent = request.method == "POST"
    form = ApplyForm(
        shown.call,
        request.POST if sent else None,
        request.FILES if sent else None,
        application=shown,
        by_desk=True,
    )
    if sent and form.is_valid():
        try:
            correct(actor, shown, form.said())
        except Refused as refusal:
            form.add_error("email" if isinstance(refusal, AddressTaken) else None, str(refusal))
        else:
            toast(request, _("%(name)s saved.") % {"name": form.cleaned_data["full_name"]})
            return redirect("recruitment:application", application_id=shown.pk)
    context = {"form": form, "application": shown, "programme": shown.call.programme}
    return render(request, "recruitment/correction.html", context, status=422 if form.errors else 200)


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
