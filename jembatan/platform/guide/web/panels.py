"""What the guide says in the frame of every page: which of its chapters is about the place."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language

from jembatan.platform.guide import book


def reading(request: HttpRequest, actor: Any, subject: str) -> str:
    """In the help dialog; the subject is the key of the rail's place."""
    language = get_language() or "id"
    context = {"chapters": book.chapters_about(language, subject)}
    return render_to_string("guide/reading.html", context, request)
