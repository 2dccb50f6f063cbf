"""What every request carries: the actor, the reader's language and zone, and the author of changes."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pghistory
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import actor_among
from jembatan.accounts.web.memberships import memberships_once

Next = Callable[[HttpRequest], HttpResponse]
LANGUAGE_COOKIE = "language"
SUPPORTED = ("id", "en")


def preferences(get_response: Next) -> Next:
    """Language and zone from the user, else from the cookie, else from the browser's `Accept-Language`."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language, zone = _language_of(request), _zone_of(request)
        with translation.override(language), timezone.override(zone):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def actor(get_response: Next) -> Next:
    """`request.actor`: the signed-in user at the desk chosen in this session, or None."""

    def middleware(request: HttpRequest) -> HttpResponse:
        member = _actor_of(request, request.user) if isinstance(request.user, User) else None
        request.actor = member  # type: ignore[attr-defined]  # our own addition to Django's request
        return get_response(request)

    return middleware


def history(get_response: Next) -> Next:
    """Every change made during a writing request bears its author in the history tables."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return get_response(request)
        with pghistory.context(user=request.user.pk, url=request.path):
            return get_response(request)

    return middleware


def plain_refusals(get_response: Next) -> Next:
    """A refusal by an action becomes a 403 page that says why, in the reader's language."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PermissionDenied):
            return None
        return render(request, "403.html", {"reason": str(exception)}, status=403)

    middleware.process_exception = process_exception  # type: ignore[attr-defined]  # where Django looks for it
    return middleware


def forget_on_leaving(get_response: Next) -> Next:
    """Whoever signs out leaves nothing on the device: no page kept for times without a network, nothing that a script has put aside."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST" and request.path == reverse("account_logout"):
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return middleware


def _actor_of(request: HttpRequest, user: User) -> Actor | None:
    return actor_among(memberships_once(request, user), user, desk_id=request.session.get("desk"))


def _language_of(request: HttpRequest) -> str:
    if isinstance(request.user, User):
        return request.user.language
    cookie = request.COOKIES.get(LANGUAGE_COOKIE)
    return cookie if cookie in SUPPORTED else translation.get_language_from_request(request)[:2]


def _zone_of(request: HttpRequest) -> ZoneInfo:
    if isinstance(request.user, User):
        return ZoneInfo(request.user.time_zone)
    return ZoneInfo(timezone.get_default_timezone_name())
