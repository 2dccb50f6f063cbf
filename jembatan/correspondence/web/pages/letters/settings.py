"""Settings: how formal letters of the desk are numbered, and how they look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.formal_letters.templates import all_templates
from jembatan.correspondence.queries.numbering.series import all_series
from jembatan.correspondence.web.pages.letters.series import example_of
from jembatan.platform.access import require_head
from jembatan.platform.ui.guard import desk_page


@desk_page
def letter_settings(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The head's page."""
    require_head(actor)
    context = {
        "series": [(each, example_of(each)) for each in all_series(actor)],
        "templates": all_templates(actor),
    }
    return render(request, "correspondence/letter_settings.html", context)
