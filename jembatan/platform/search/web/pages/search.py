"""The search page, grouped by kind, and what the palette suggests while one types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.platform.search.finding import find_everywhere
from jembatan.platform.search.sources import NarrowedSource, sources
from jembatan.platform.ui.guard import desk_page

COUNTED = 10
SHOWN_OF_EACH = 5
SHOWN_OF_ONE = 100
SUGGESTED = 4
SHORTEST_QUESTION = 2


@desk_page
def search(request: HttpRequest, actor: object) -> HttpResponse:
    """`?q=` is the question; `?kind=` narrows to one kind and shows more of it, which may be narrowed further."""
    question, kind = request.GET.get("q", ""), request.GET.get("kind", "")
    chosen = next((source for source in sources() if source.kind == kind), None)
    narrowed = chosen if isinstance(chosen, NarrowedSource) else None
    choice = request.GET.get(narrowed.parameter, "") if narrowed else ""
    if narrowed and choice not in narrowed.choices:
        choice = ""
    groups = find_everywhere(
        actor,
        question,
        limit=SHOWN_OF_ONE if chosen else COUNTED,
        kind=chosen.kind if chosen else "",
        choice=choice,
    )
    context = {
        "question": question,
        "chosen": chosen,
        "narrowed": narrowed,
        "choice": choice,
        "groups": groups,
        "meant": next((group.meant for group in groups if group.meant), ""),
        "shown": SHOWN_OF_ONE if chosen else SHOWN_OF_EACH,
    }
    return render(request, "search/search.html", context)


@desk_page
def suggestions(request: HttpRequest, actor: object) -> HttpResponse:
    """Links for the palette; a single letter suggests nothing."""
    question = request.GET.get("q", "").strip()
    groups = find_everywhere(actor, question, limit=SUGGESTED) if len(question) >= SHORTEST_QUESTION else []
    return render(request, "search/suggestions.html", {"groups": groups})
