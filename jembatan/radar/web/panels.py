"""What the radar shows on the first page: what the reader has taken on."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.platform.seldom import seldom
from jembatan.radar.queries.listing import my_tasks

SHOWN = 5


def today(request: HttpRequest, actor: Actor, subject: object) -> str:
    """My tasks. One query where there are none."""
    tasks = seldom(my_tasks(actor), SHOWN)
    return render_to_string("radar/today.html", {"tasks": tasks}, request) if tasks else ""
