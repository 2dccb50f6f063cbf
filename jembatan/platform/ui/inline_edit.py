"""Values that are edited in place: shown, and shown again once they are saved."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render

from jembatan.platform.ui.guard import DeskRequest


@dataclass(frozen=True, slots=True)
class Shown:
    """A field as a page shows it: label, text for readers, and (for those who may write) where it is edited.

    Pages print it by `{% include "ui/inline_value.html" %}`, which reads it as `shown`.
    """

    name: str
    label: str
    text: str
    edit_url: str = ""


def shown_again(request: DeskRequest, shown: Shown, *, page: str, anew: bool) -> HttpResponse:
    """The answer to a save: the value in its place, or the whole page where it is shown `anew`, and always without script."""
    if not request.htmx:
        return redirect(page)
    if anew:
        return HttpResponse(status=204, headers={"HX-Redirect": page})
    return render(request, "ui/inline_value.html", {"shown": shown})
