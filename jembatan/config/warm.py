"""What a web process loads while it waits for its first request."""

import gc
from importlib import import_module
from pathlib import Path

from django.template import engines
from django.template.utils import get_app_template_dirs
from django.urls import reverse

from jembatan.platform.dav.application import application
from jembatan.platform.paths import PROJECT

SELDOM_NEEDED = ("docxtpl", "markdown_it", "phonenumbers", "pptx", "xlsxwriter")
"""What a command loads only when it needs it; a page would keep somebody waiting for it."""


def warm_up() -> None:
    """Load addresses, templates, what speaks to telephones and, last, what writes files, and keep all that is loaded out of every collection.

    A full collection searches the whole of Django, its addresses and the compiled templates, for 50 to 100 ms, in the middle
    of somebody's request.
    """
    reverse("ui:today")
    application()
    for folder in map(Path, get_app_template_dirs("templates")):
        if folder.is_relative_to(PROJECT / "jembatan"):
            for path in folder.rglob("*.html"):
                engines["django"].get_template(str(path.relative_to(folder)))
    for name in SELDOM_NEEDED:
        import_module(name)
    gc.collect()
    gc.freeze()
