"""Where a reader came from, so that a small action leads back there and nowhere else."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def came_from(request: HttpRequest, *, default: str, header: str = "HX-Current-URL") -> str:
    """The page of this site that the form or sheet was opened on, as path and query; `default` without a good one.

    The form says it (`next`), else the header does.
    """
    told = request.POST.get("next") or request.headers.get(header, "")
    if not url_has_allowed_host_and_scheme(
        told, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return default
    parts = urlsplit(told)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path or default
