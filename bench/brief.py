"""A brief from the record to PDF: the first in a process, those after it, and one that is full. `python -m bench.brief`.

Reach: the first at most 1 s, each later one at most 0.3 s. The demo office and a bench office of 100,000 messages alike:
`--home FOLDER` measures on the office that `bench.pages --home FOLDER` has filled. In the demo office also a full one
(`bench/full_brief.py`): 30 participants, 10 years of record, every part written: at most 1 s, 12 pages, marked PDF/UA-1. Prints one
JSON line.
"""

import argparse
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.timed import percentile

LATER = 30


def main() -> None:
    """Measure in an installation of its own, or in the one given."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path)
    given: Path | None = parser.parse_args().home
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as home:
        os.environ |= {
            "JEMBATAN_HOME": str(given or home),
            "DJANGO_SETTINGS_MODULE": "jembatan.config.settings",
        }
        from jembatan.platform.cli.database import database_open

        with database_open():
            if given is None:
                from jembatan.config.commands.demo import load_demo

                load_demo()
            measured = measure()
            if given is None:
                from bench.full_brief import measure_full

                measured |= measure_full()
            print(json.dumps({"bench": "brief", **measured}))


def measure() -> dict[str, Any]:
    """Seconds, and the pages and sources of the largest brief made, so that nobody measures empty ones."""
    from jembatan.accounts.actor import operator
    from jembatan.accounts.models import Desk
    from jembatan.briefings.actions.make_brief import make_brief
    from jembatan.directory.models import Organisation
    from jembatan.platform.documents.pdf import count_pages

    desk = Desk.objects.order_by("pk")[:1].get()
    actor = operator(desk)
    busiest = Organisation.objects.filter(desk=desk, last_active_at__isnull=False).order_by("-last_active_at")
    taken, pages, sources = [], 0, 0
    for organisation in [*busiest[: LATER + 1]]:
        start = time.perf_counter()
        made = make_brief(actor, organisation, form="pdf", language="en", site="http://localhost")
        taken.append(time.perf_counter() - start)
        pages = max(pages, count_pages(made.content))
        sources = max(sources, len(made.document.sources()))
    first, *later = taken
    return {
        "first_seconds": round(first, 3),
        "later_p95_seconds": percentile([each * 1000 for each in later], 0.95) / 1000,
        "briefs": len(taken),
        "most_pages": pages,
        "most_sources": sources,
    }


if __name__ == "__main__":
    main()
