"""What suggestion lists hold: names and tags that match what is being typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.directory.queries.naming import suggestions, tags_beginning
from jembatan.directory.web.parties import kind_or_404
from jembatan.platform.ui.guard import desk_page


@desk_page
def options(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Names of people or organisations; the text is in whichever field asked."""
    found = suggestions(actor, kind_or_404(kind), _typed(request))
    return render(request, "directory/options.html", {"options": found})


@desk_page
def tags(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Tags in use, behind those already on the line: a suggestion replaces the whole line."""
    before, _comma, last = _typed(request).rpartition(",")
    known = [
        f"{before}, {tag}" if before else tag
        for tag in tags_beginning(actor, kind_or_404(kind), last.strip())
    ]
    return render(request, "directory/options.html", {"options": known})


def _typed(request: HttpRequest) -> str:
    values = [value for name, value in request.GET.items() if isinstance(value, str) and value]
    return values[0] if values else ""
