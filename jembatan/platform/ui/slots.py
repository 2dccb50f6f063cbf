"""Named places on pages: the owner of a page offers one, domains above fill it, `config/wiring` introduces them."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

type Panel = Callable[[HttpRequest, Any, Any], str]

_panels: dict[str, dict[Panel, int]] = defaultdict(dict)


def fill(name: str, panel: Panel, *, order: int = 50) -> None:
    """Show `panel(request, actor, subject)` in the slot; it returns safe HTML, "" to show nothing. Low orders come first."""
    _panels[name][panel] = order


def render_slot(name: str, *, request: HttpRequest, subject: object) -> SafeString:
    """What the panels of this slot say about the subject, in their order."""
    actor = getattr(request, "actor", None)
    panels = sorted(_panels[name].items(), key=lambda item: item[1])
    return mark_safe("".join(panel(request, actor, subject) for panel, _order in panels))
