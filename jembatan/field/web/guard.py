"""What every page of a phone begins with: the cookie of a device that an officer signed in."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.field.access import OnDuty, Standing
from jembatan.field.queries.certificate import certificate_of
from jembatan.field.queries.phones import on_duty

COOKIE = "jembatan_duty"
LASTS = 400 * 24 * 3600


def phone_of(request: HttpRequest) -> OnDuty | None:
    """Who holds the device; whether they may still read is another question."""
    return on_duty(request.COOKIES.get(COOKIE, ""))


def phone_answer(
    *allowed: Standing,
) -> Callable[[Callable[Concatenate[HttpRequest, OnDuty, ...], HttpResponse]], Callable[..., HttpResponse]]:
    """The view answers a device whose standing is one of `allowed`; any other is told in a sentence (401), and forgets what it keeps."""

    def decorate(
        view: Callable[Concatenate[HttpRequest, OnDuty, ...], HttpResponse],
    ) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest) -> HttpResponse:
            who = phone_of(request)
            if who is None:
                answer: HttpResponse = _over(
                    _("This phone is not signed in. Ask your coordinator for a link to your duties.")
                )
            elif who.standing(timezone.now()) not in allowed:
                answer = _over(
                    _("Your duties are over, or the desk has signed this phone out. Thank you."),
                    certificate_of(who),
                )
            else:
                answer = view(request, who)
            answer["Cache-Control"] = "no-store"
            return answer

        return guarded

    return decorate


def let_in(response: HttpResponse, token: str) -> None:
    """The device keeps the cookie; scripts cannot read it, and only pages of a duty get it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=LASTS,
        path=reverse("field:duty"),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def let_go(response: HttpResponse) -> None:
    """The device forgets it."""
    response.delete_cookie(COOKIE, path=reverse("field:duty"), samesite="Lax")


def _over(sentence: str, certificate: str = "") -> JsonResponse:
    """The certificate is all that is left to read."""
    return JsonResponse({"over": sentence, "certificate": certificate}, status=401)
