"""The guide in the reader's language: its contents, and one page a chapter."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from jembatan.platform.guide import book
from jembatan.platform.ui.guard import desk_page


@desk_page
def contents(request: HttpRequest, actor: Any) -> HttpResponse:
    """Where one begins."""
    language = get_language() or "id"
    context = {"page": book.contents(language), "after": book.chapters(language)[0]}
    return render(request, "guide/page.html", context)


@desk_page
def page(request: HttpRequest, actor: Any, slug: str) -> HttpResponse:
    """One chapter, between the one before and the one after."""
    language = get_language() or "id"
    opened = book.opened(language, slug)
    if opened is None:
        raise Http404
    context = {
        "page": opened.page,
        "chapter": opened.chapter,
        "chapters": book.chapters(language),
        "before": opened.before,
        "after": opened.after,
    }
    return render(request, "guide/page.html", context)
