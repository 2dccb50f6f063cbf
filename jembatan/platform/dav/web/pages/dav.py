"""The address that programs talk to, and the two where they begin to look for it."""

import base64
import binascii
from io import BytesIO
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt

from jembatan.platform.dav.visiting import Visit, sign_in, visiting

REALM = 'Basic realm="Jembatan", charset="UTF-8"'


@csrf_exempt
def dav(request: HttpRequest, path: str = "") -> HttpResponse:
    """CardDAV and CalDAV (RFC 6352, RFC 4791) for whoever signs in with an app password. No cookie counts here."""
    if request.method == "OPTIONS" and "Authorization" not in request.headers:
        return HttpResponse(
            headers={"DAV": "1, 3, addressbook, calendar-access", "Allow": "OPTIONS, PROPFIND"}
        )
    visitor = sign_in(*_credentials(request))
    if visitor is None:
        return HttpResponse(
            "Sign in with your e-mail address and an app password.\n",
            status=401,
            content_type="text/plain",
            headers={"WWW-Authenticate": REALM},
        )
    try:
        body = request.body
    except RequestDataTooBig:
        return HttpResponse(status=413)
    if (
        request.method != "PUT" and b"<!DOCTYPE" in body
    ):  # no program of the kind defines entities (RFC 4918 20.6)
        return HttpResponse(status=400)
    environ = _environ(request, path, body, visitor.name)
    with (
        visiting(Visit(visitor, body)),
        translation.override(visitor.language),
        timezone.override(visitor.zone),
    ):
        return _answer(environ)


def well_known(request: HttpRequest) -> HttpResponse:
    """RFC 6764 5: the way from the address of the installation to the books."""
    return HttpResponsePermanentRedirect(reverse("dav:root"))


well_known = csrf_exempt(well_known)


def _credentials(request: HttpRequest) -> tuple[str, str]:
    scheme, _space, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        login, _colon, password = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return login, password


def _environ(request: HttpRequest, path: str, body: bytes, user: str) -> dict[str, Any]:
    """As WSGI has it, for an application that is mounted at our address. No header of a stranger moves the mount."""
    passed = {
        name: value
        for name, value in request.META.items()
        if name not in {"HTTP_X_SCRIPT_NAME", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST"}
        and not name.startswith("HTTP_X_FORWARDED_")
        and isinstance(value, str)
    }
    return {
        **passed,
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": reverse("dav:root").rstrip("/"),
        "PATH_INFO": f"/{path}",
        "CONTENT_LENGTH": str(len(body)),
        "REMOTE_USER": user,
        "SERVER_PROTOCOL": request.META.get("SERVER_PROTOCOL", "HTTP/1.1"),
        "wsgi.input": BytesIO(body),
        "wsgi.errors": BytesIO(),
        "wsgi.url_scheme": request.scheme,
    }


def _answer(environ: dict[str, Any]) -> HttpResponse:
    from jembatan.platform.dav.application import application

    response = HttpResponse()
    del response.headers["Content-Type"]

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        response.status_code = int(status.partition(" ")[0])
        for name, value in headers:
            response.headers[name] = value

    response.content = b"".join(application()(environ, start))
    return response
