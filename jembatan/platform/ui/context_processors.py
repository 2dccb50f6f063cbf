"""What every page knows about its frame."""

from typing import Any

from django.http import HttpRequest

from jembatan.platform.ui.navigation import places, tabs
from jembatan.platform.ui.palette import commands_for


def shell(request: HttpRequest) -> dict[str, Any]:
    """`actor`, the reader's appearance, and callables for the rail and the palette, called where a page shows them."""
    actor, user = getattr(request, "actor", None), getattr(request, "user", None)
    return {
        "actor": actor,
        "theme": getattr(user, "theme", "system"),
        "density": getattr(user, "density", "normal"),
        "rail": "narrow" if request.COOKIES.get("rail") == "narrow" else "wide",
        "shortcuts_enabled": getattr(user, "shortcuts_enabled", True),
        "frame": "ui/shell.html" if actor else "ui/signed_out.html",
        "main_places": lambda: places("main", actor=actor) if actor else [],
        "foot_places": lambda: places("foot", actor=actor) if actor else [],
        "tab_places": lambda: tabs(actor=actor) if actor else [],
        "capture_places": lambda: places("capture", actor=actor) if actor else [],
        "palette_commands": lambda: commands_for(actor) if actor else [],
    }
