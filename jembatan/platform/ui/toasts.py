"""Short notes about what was just done, with its inverse: "Filed. Undo".

A toast waits in the session until something can show it: the next whole page (the `toasts` tag of the shell), or at once,
as an event in the header of an answer to htmx. What a page asks by itself, to stay up to date, leaves it waiting: its answer
may come when the reader is on the way to the next page.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Literal

from django.contrib.messages import get_messages
from django.contrib.messages.constants import ERROR
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django_htmx.http import trigger_client_event

Tone = Literal["done", "info", "danger"]
TONES: tuple[Tone, ...] = ("done", "info", "danger")
SESSION_KEY = "toasts"
UNASKED = "X-Unasked"


@dataclass(frozen=True, slots=True)
class Toast:
    """`undo` is the address that the Undo button posts `undo_fields` to; "" where there is no way back."""

    text: str
    tone: Tone = "done"
    undo: str = ""
    undo_fields: dict[str, str] = field(default_factory=dict)


def toast(
    request: HttpRequest,
    text: str,
    *,
    tone: Tone = "done",
    undo: str = "",
    undo_fields: dict[str, str] | None = None,
) -> None:
    """Tell the reader, on this page or the next."""
    waiting = request.session.get(SESSION_KEY, [])
    request.session[SESSION_KEY] = [*waiting, asdict(Toast(text, tone, undo, undo_fields or {}))]


def take_toasts(request: HttpRequest) -> list[Toast]:
    """Those that wait, and what libraries left with Django's messages; taken once, they are gone."""
    if not hasattr(request, "session") or UNASKED in request.headers:
        return []
    waiting = [Toast(**fields) for fields in request.session.pop(SESSION_KEY, [])]
    from_libraries = [
        Toast(str(message), "danger" if message.level >= ERROR else "info")
        for message in get_messages(request)
    ]
    return waiting + from_libraries


def toast_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answers to htmx that stay on the page carry their toasts along, rendered, in the event `toast`."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.headers.get("HX-Request") == "true" and _stays_on_the_page(response):
            html = "".join(
                render_to_string("ui/toast.html", {"toast": each}, request) for each in take_toasts(request)
            )
            if html:
                trigger_client_event(response, "toast", {"html": html})
        return response

    return middleware


def _stays_on_the_page(response: HttpResponse) -> bool:
    leaves = {"HX-Redirect", "HX-Refresh", "HX-Location"} & set(response.headers)
    return not leaves and not 300 <= response.status_code < 400
