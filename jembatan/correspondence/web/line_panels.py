"""What lines to take show on the pages of others: what asks for somebody, and what a dossier says."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.lines.listing import expiring_lines, lines_to_clear
from jembatan.correspondence.queries.lines.visible import Standing, standings, visible_lines
from jembatan.dossiers.models import Dossier


def lines_that_ask(request: HttpRequest, actor: Actor, subject: object) -> str:
    """Today: wordings that wait for the reader's clearance, and the reader's own lines that expire soon."""
    to_clear = lines_to_clear(actor)
    asked = {row.line.pk for row in to_clear}
    expiring = [row for row in expiring_lines(actor) if row.line.pk not in asked]
    return _panel(request, _("Lines to take that ask for you"), [*to_clear, *expiring])


def lines_of_dossier(request: HttpRequest, actor: Actor, subject: Dossier) -> str:
    """What may be said in this matter."""
    lines = visible_lines(actor).filter(dossier=subject, withdrawn_at__isnull=True)
    return _panel(request, _("Lines to take"), standings(actor, lines.order_by("topic", "pk")))


def _panel(request: HttpRequest, title: str, rows: list[Standing]) -> str:
    context = {"title": title, "rows": rows}
    return render_to_string("correspondence/line_panel.html", context, request) if rows else ""
