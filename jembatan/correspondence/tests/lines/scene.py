"""A line to take as tests need it: written by a drafter, cleared by the head."""

from typing import Any

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role, User
from jembatan.correspondence.actions.lines.clear import clear_line
from jembatan.correspondence.actions.lines.write import LineContent, write_line
from jembatan.correspondence.models import Line

INDONESIAN = "Kami mendukung pembebasan visa bagi delegasi resmi."
ENGLISH = "We support visa exemption for official delegations."


def content(**facts: Any) -> LineContent:
    """About visas, in two languages."""
    values: dict[str, Any] = {
        "topic": "Bebas visa",
        "word": "visa",
        "texts": {"id": INDONESIAN, "en": ENGLISH},
        "do_not_say": {"id": "visa gratis", "en": "free visas"},
    }
    return LineContent(**(values | facts))


def written(actor: Actor, **facts: Any) -> Line:
    """It waits for its clearance."""
    return write_line(actor, None, content(**facts))


def cleared(desk: Desk, **facts: Any) -> Line:
    """It holds."""
    head = Actor(desk=desk, role=Role.HEAD, user=User.objects.order_by("pk").first())
    line = written(head, **facts)
    clear_line(head, line, number=1)
    return line


def reworded(desk: Desk, line: Line, **facts: Any) -> None:
    """It says something else from now on."""
    head = Actor(desk=desk, role=Role.HEAD, user=User.objects.order_by("pk").first())
    write_line(head, line, content(**facts))
    waiting = line.versions.get(cleared_at__isnull=True)
    clear_line(head, line, number=waiting.number)
