"""A book under a secret address: GET and nothing else."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jembatan.platform.dav.feeds import opened

KINDS = {"VADDRESSBOOK": ("text/vcard", "vcf"), "VCALENDAR": ("text/calendar", "ics")}


@require_safe
def feed(request: HttpRequest, secret: str, suffix: str) -> HttpResponse:
    """The whole book in one file; 304 where it has not changed since the program asked last."""
    shelf = opened(secret)
    if shelf is None or KINDS[shelf.tag][1] != suffix:
        raise Http404
    headers = {
        "ETag": shelf.etag,
        "Cache-Control": "private, no-cache",
        "X-Robots-Tag": "noindex, nofollow",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": f'inline; filename="jembatan.{suffix}"',
    }
    if request.headers.get("If-None-Match") == shelf.etag:
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(
        shelf.serialize(), content_type=f"{KINDS[shelf.tag][0]}; charset=utf-8", headers=headers
    )
