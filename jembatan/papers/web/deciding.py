"""Asking, clearing, giving back and withdrawing on a page: what is refused is said where it was tried."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from jembatan.correspondence.actions.refusals import Refused
from jembatan.platform.ui.toasts import toast


def tried(
    request: HttpRequest,
    act: Callable[[], object],
    *,
    told: str,
    then: HttpResponse,
    refused: Callable[[str], HttpResponse] | None = None,
) -> HttpResponse:
    """What was done is `told`, `then` comes the next page. A refusal is shown by the page that `refused` makes of it, else told there, too."""
    try:
        act()
    except Refused as refusal:
        if refused is not None:
            return refused(str(refusal))
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, told)
    return then
