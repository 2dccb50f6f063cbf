"""The desk's announcements, and writing one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.write import write_announcement
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.queries.announcements.visible import announcements as announcements_of
from jembatan.correspondence.queries.announcements.visible import contact_lists
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.correspondence.web.announcement_form import AnnouncementForm
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

SHOWN = 100


@desk_page
def announcements(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The latest first."""
    return render(request, "correspondence/announcements.html", {"rows": announcements_of(actor)[:SHOWN]})


@desk_page
def new_announcement(request: HttpRequest, actor: Actor) -> HttpResponse:
    """It needs a list and an address to be from: where one is missing, the page says so."""
    require_writer(actor)
    form = AnnouncementForm(actor, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = write_announcement(actor, None, form.content)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("Saved."))
            return redirect("correspondence:announcement", announcement_id=kept.pk)
    context = {
        "form": form,
        "has_lists": contact_lists(actor).exists(),
        "has_addresses": addresses_for(actor).exists(),
    }
    return render(
        request, "correspondence/announcement_writing.html", context, status=422 if form.errors else 200
    )
