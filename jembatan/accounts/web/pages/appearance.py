"""The switches that stand outside the settings: the theme in the user's menu, the language on the sign-in page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jembatan.accounts.models import User
from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.platform.ui.returning import came_from

YEAR = 31_536_000


@require_POST
@login_required
def theme(request: HttpRequest) -> HttpResponse:
    """Light, dark, or as the device."""
    chosen = request.POST.get("theme", "")
    if chosen not in User.Theme.values:
        return HttpResponseBadRequest()
    assert isinstance(request.user, User)
    request.user.theme = chosen
    request.user.save(update_fields=["theme"])
    return _back(request)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remembered by this browser until the user signs in, whose own choice then counts."""
    chosen = request.POST.get("language", "")
    if chosen not in SUPPORTED:
        return HttpResponseBadRequest()
    response = _back(request)
    response.set_cookie(LANGUAGE_COOKIE, chosen, samesite="Lax", max_age=YEAR)
    return response


def _back(request: HttpRequest) -> HttpResponse:
    return redirect(came_from(request, default="/", header="Referer"))
