"""Reports on Today: what waits for the head, and what came back."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.reports.queries.kept.listing import came_back, to_clear


def reports_that_ask(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Nothing where there is nothing."""
    context = {"to_clear": to_clear(actor), "came_back": came_back(actor)}
    return render_to_string("reports/today.html", context, request) if any(context.values()) else ""
