"""What every process begins with: every command of a user's, too."""

import json
import subprocess
import sys

from tests.architecture.house import PROJECT

NEEDED_BY_FEW = {
    "PIL",
    "docx",
    "docxtpl",
    "jinja2",
    "llvmlite",
    "markdown_it",
    "numba",
    "numpy",
    "openpyxl",
    "phonenumbers",
    "pptx",
    "radicale",
    "rich",
    "vobject",
    "xlsxwriter",
}
BY_PAGES = {"numpy"}
"""What comes with the addresses of all pages: negotiations reckon with it."""
START = """
import gc, json, sys
from django.urls import reverse
from jembatan.platform.cli.starting import set_up_django
set_up_django()
start = {"loaded": sorted(sys.modules), "frozen": gc.get_freeze_count(), "looking": gc.isenabled()}
reverse("ui:today")
print(json.dumps({**start, "loaded_by_pages": sorted(sys.modules)}))
"""


def test_a_start_loads_nothing_that_few_need_and_leaves_no_garbage_to_look_through() -> None:
    """Import such a thing in the function that needs it. What is set up is nobody's garbage; what comes after it may be."""
    environment = {"DJANGO_SETTINGS_MODULE": "jembatan.config.settings"}
    said = subprocess.run(
        [sys.executable, "-c", START],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
        env=environment,
    )
    start = json.loads(said.stdout)
    assert NEEDED_BY_FEW & set(start["loaded"]) == set()
    assert NEEDED_BY_FEW & set(start["loaded_by_pages"]) == BY_PAGES
    assert start["frozen"] > 100_000
    assert start["looking"]
