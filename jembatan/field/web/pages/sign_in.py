"""Where a link for a phone leads. Opening it changes nothing: programs that look through mail open every link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.models import Desk
from jembatan.field.actions.phones import sign_in as let_device_in
from jembatan.field.actions.refusals import Refused
from jembatan.field.queries.phones import link_named
from jembatan.field.web.guard import let_in
from jembatan.platform.ui.outside import link_over


def sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """GET: whose link it is. POST: this device is signed in."""
    link = link_named(token)
    if link is None:
        return _private(render(request, "ui/link_unreadable.html", status=404))
    house = _house(link.officer.desk)
    if request.method != "POST":
        context = {"officer": link.officer, "programme": link.officer.programme, "house": house}
        return _private(render(request, "field/sign_in.html", context))
    try:
        cookie = let_device_in(link)
    except Refused as refusal:
        ask = _("%(why)s Ask %(house)s for another link.") % {"why": refusal, "house": house}
        return _private(link_over(request, ask=ask))
    answer = redirect("field:duty")
    let_in(answer, cookie)
    return _private(answer)


def _house(desk: Desk) -> str:
    return desk.organisation_name or desk.name


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
