"""The way off announcements, for those outside: a page with one button, and the one click of a mail program (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from jembatan.correspondence.actions.announcements.unsubscribe import PURPOSE, decide
from jembatan.correspondence.models import AnnouncementReceiver, Consent
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.outside import outside_page


@csrf_exempt
@outside_page(PURPOSE)
def unsubscription(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """GET changes nothing: programs open addresses by themselves. POST takes the person off, or with `again` on again.

    A mail program sends no cookie and nothing but `List-Unsubscribe=One-Click`; it gets a bare 200. The link itself is the proof.
    """
    receivers = AnnouncementReceiver.objects.select_related(
        "person", "announcement__desk", "announcement__from_address"
    )
    receiver = get_object_or_404(receivers, pk=to.number)
    done = ""
    if request.method == "POST":
        done = "on" if "again" in request.POST else "off"
        decide(receiver, wishes=done == "on", how=Consent.How.LINK)
        if request.POST.get("List-Unsubscribe") == "One-Click":
            return HttpResponse(content_type="text/plain")
    desk = receiver.announcement.desk
    with translation.override(receiver.language or desk.language):
        context = {"receiver": receiver, "house": desk.organisation_name or desk.name, "done": done}
        return render(request, "correspondence/unsubscription.html", context)
