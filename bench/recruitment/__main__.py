"""13,000 applications for one call: the list, scoring, deciding about 2,000 with letters, and an import: `python -m bench.recruitment [NUMBER]`.

Prints one JSON line. Reach: each page's p95 at most 60 ms inside the server, with as many queries as for a handful.
Works in a throw-away installation.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.recruitment.applicants import apply_all, call_for_games, desk_with_address, write_spreadsheet
from bench.timed import milliseconds, percentile

if TYPE_CHECKING:
    from django.test import Client

    from jembatan.accounts.actor import Actor
    from jembatan.recruitment.models import Call

APPLICATIONS, DECIDED, ROUNDS = 13_000, 2_000, 40


def main() -> None:
    """Measure in an installation of its own."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else APPLICATIONS
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as home:
        os.environ |= {"JEMBATAN_HOME": home, "DJANGO_SETTINGS_MODULE": "jembatan.config.settings"}
        from jembatan.platform.cli.database import database_open

        with database_open():
            print(json.dumps({"bench": "recruitment", "applications": count, **_measure(Path(home), count)}))


def _measure(folder: Path, count: int) -> dict[str, float | int]:
    from django.db import connection
    from django.test import Client

    from jembatan.config.warm import warm_up
    from jembatan.recruitment.actions.calls import weigh
    from jembatan.recruitment.actions.decide import Decided, decide, undo

    head = desk_with_address()
    call = call_for_games(head)
    figures: dict[str, float | int] = {"made_s": _seconds(lambda: apply_all(call, count))}
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    figures["score_all_s"] = _seconds(lambda: weigh(head, call, call.weight_of_each()))
    client = Client(SERVER_NAME="localhost")
    assert head.user is not None
    client.force_login(head.user)
    warm_up()
    figures |= _pages(client, call)
    ids = list(call.applications.order_by("-score").values_list("pk", flat=True)[: min(DECIDED, count)])
    figures["decided"] = len(ids)
    done: list[Decided] = []
    figures["shortlist_with_letters_s"] = _seconds(
        lambda: done.append(decide(head, call, ids, "shortlisted"))
    )
    figures["undo_s"] = _seconds(lambda: undo(head, call, done[0], decided="shortlisted"))
    figures["accept_with_letters_s"] = _seconds(lambda: decide(head, call, ids, "accepted"))
    return figures | _import(head, folder, count)


def _pages(client: "Client", call: "Call") -> dict[str, float | int]:
    """p95 of each page, and the most queries that one of them asks."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    one = call.applications.order_by("-score").values_list("pk", flat=True)[0]
    listed = f"/recruitment/{call.pk}/applications/"
    addresses = {
        "list": listed,
        "list_deep": f"{listed}?from=9000",
        "by_language": f"{listed}?language=ja&level=B2",
        "by_state": f"{listed}?status=new&employment=part",
        "by_name": f"{listed}?name=sari",
        "one": f"/applications/{one}/",
        "call": f"/recruitment/{call.pk}/",
        "public": f"/apply/{call.slug}/",
    }
    figures: dict[str, float | int] = {}
    queries = 0
    for name, address in addresses.items():
        taken = milliseconds(partial(_get, client, address) for _ in range(ROUNDS))[2:]
        figures[f"{name}_p95_ms"] = percentile(taken, 0.95)
        with CaptureQueriesContext(connection) as asked:
            _get(client, address)
        queries = max(queries, len(asked))
    return figures | {"most_queries": queries}


def _get(client: "Client", address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address} answered {answer.status_code}.")


def _import(head: "Actor", folder: Path, count: int) -> dict[str, float | int]:
    """As many rows from XLSX into another call, a fifth of the languages misspelt, and the same file again."""
    from jembatan.platform.imports.actions.run import import_now

    call = call_for_games(head, "Other games")
    path = folder / "volunteers.xlsx"
    write_spreadsheet(path, count)
    figures: dict[str, float | int] = {}
    for what in ("import_s", "import_again_s"):
        started = time.perf_counter()
        batch = import_now(head, [path], kind="applications", options={"call": call.pk}).batch
        figures[what] = round(time.perf_counter() - started, 2)
        if batch.read != count or batch.quarantined:
            sys.exit(f"{what}: {batch.read} read, {batch.quarantined} quarantined.")
    return figures


def _seconds(deed: Callable[[], Any]) -> float:
    started = time.perf_counter()
    deed()
    return round(time.perf_counter() - started, 2)


if __name__ == "__main__":
    main()
