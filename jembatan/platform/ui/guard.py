"""What every page of a desk begins with: a signed-in member of that desk."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django_htmx.middleware import HtmxDetails


class DeskRequest(HttpRequest):
    """As it stands behind the middlewares; `htmx` is true where a fragment of the page is asked for."""

    htmx: HtmxDetails


def desk_page[Actor, **P](
    view: Callable[Concatenate[DeskRequest, Actor, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """The view gets the request and its actor (set by the middleware of accounts).

    Strangers are asked to sign in; members of no desk are told so.
    """

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor = getattr(request, "actor", None)
        if actor is None:
            return render(request, "ui/no_desk.html", status=403)
        return view(cast(DeskRequest, request), actor, *args, **kwargs)

    return guarded
