"""What every page of a signed link begins with: no account, one record, and nothing that a cache, a search engine or the next site may keep."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from jembatan.platform.links import LinkTo, LinkUnreadable, read


def outside_page[R: HttpResponseBase, **P](
    purpose: str,
) -> Callable[[Callable[Concatenate[HttpRequest, LinkTo, P], R]], Callable[..., R | HttpResponse]]:
    """The view gets the request and what the link leads to; a link that cannot be read is told so in a sentence.

    An expired link reaches the view too: only it knows whom to ask for a new one (`link_over`).
    """

    def decorate(
        view: Callable[Concatenate[HttpRequest, LinkTo, P], R],
    ) -> Callable[..., R | HttpResponse]:
        @wraps(view)
        def opened(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> R | HttpResponse:
            try:
                to = read(purpose, token)
            except LinkUnreadable:
                return _private(render(request, "ui/link_unreadable.html", status=404))
            return _private(view(request, to, *args, **kwargs))

        return opened

    return decorate


def link_over(request: HttpRequest, *, ask: str) -> HttpResponse:
    """The page of a link that is expired, replaced or withdrawn. `ask` says in a sentence whom to ask for a new one."""
    return render(request, "ui/link_over.html", {"ask": ask}, status=410)


def _private[R: HttpResponseBase](response: R) -> R:
    """`Referrer-Policy: same-origin` is everybody's; a stricter one would make browsers hide the origin that CSRF asks for."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
