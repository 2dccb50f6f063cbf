"""The first page of the day: every domain says what needs attention."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import long_day_text


@desk_page
def today(request: HttpRequest, actor: object) -> HttpResponse:
    """The slot `today`, filled by the domains above."""
    return render(request, "ui/today.html", {"day": long_day_text(timezone.localdate())})
