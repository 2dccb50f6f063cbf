"""Synchronising 10,000 contacts by CardDAV, beside plain Radicale with its own file storage: `python -m bench.dav`.

Both serve the same cards over HTTP on this machine, to one program that asks as programs do: `sync-collection`, then
`addressbook-multiget` of what changed. Targets: the first synchronisation at least 10 times as fast, one without changes and one
after 21 changes at least 20 times, writing one card at least 10 times: `one_new` (for which plain Radicale reads all cards, lest
one has the same uid), `one_put` of one that is there, and `put_and_ask`, with what programs ask for after it. `…_cpu_ms` is the
processor's time for each, with the database's. Prints one JSON line. Arguments: how many contacts.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from bench.dav_program import DavProgram
from bench.own_database import own_database
from bench.processor_time import processor_ms

if TYPE_CHECKING:
    from bench.dav_servers import Serving
    from jembatan.accounts.models import Desk

CONTACTS = 10_000
CHANGED = 21
TIMES = 5


def main() -> None:
    """Generate, serve, measure, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CONTACTS
    with own_database():
        from bench.dav_servers import jembatan_serving, radicale_serving
        from demo.cast import OFFICER, open_office
        from jembatan.accounts.actions.app_passwords import make_app_password
        from jembatan.accounts.models import User
        from jembatan.platform.dav.models import Resource

        desk = open_office()
        user = User.objects.get(email=OFFICER.email)
        _people(desk, count)
        _kept, password = make_app_password(user, name="bench")
        book = f"/dav/{user.pk}/people-{desk.slug}/"
        with jembatan_serving() as serving:
            program = DavProgram(serving.port, book, user.email, password)
            unprepared = _seconds(program.fetch_all)  # as if the worker had not written the texts before
            ours = measured(program, serving)
        cards = dict(Resource.objects.values_list("href", "text"))
        with radicale_serving(cards) as serving:
            theirs = measured(DavProgram(serving.port, "/bench/book/", "bench", "bench"), serving)
    faster = {"unprepared": round(theirs["first_initial"] / unprepared, 1)} | {
        name: round(theirs[name] / ours[name], 1) for name in ours
    }
    print(
        json.dumps(
            {
                "bench": "dav",
                "contacts": count,
                "unprepared": round(unprepared, 2),
                "ours": ours,
                "radicale": theirs,
                "faster": faster,
                "load": round(os.getloadavg()[0], 1),
            }
        )
    )


def measured(program: DavProgram, serving: "Serving") -> dict[str, float]:
    """Seconds: the very first synchronisation, another from nothing, one without changes, one after changes; a card changed, also with
    the question after it, one added. All but the first two are the middle of several.
    """
    figures = {"first_initial": _seconds(lambda: program.fetch_all())}
    figures["later_initial"] = _seconds(lambda: program.fetch_all())
    token, names = program.changes("")
    figures["unchanged"] = _middle(lambda: program.changes(token))
    writing, after, worked = [], [], 0.0
    for round_number in range(TIMES):
        for name in sorted(names)[:CHANGED]:
            card = program.get(name).replace("END:VCARD", f"NICKNAME:Round {round_number}\r\nEND:VCARD")
            card = "\r\n".join(
                line for line in card.split("\r\n") if line != f"NICKNAME:Round {round_number - 1}"
            )
            before = processor_ms(serving.pid, serving.home)
            writing.append(_seconds(lambda name=name, card=card: program.put(name, card)))  # type: ignore[misc]  # bound for this round
            worked += processor_ms(serving.pid, serving.home) - before
        start = time.perf_counter()
        later, changed = program.changes(token)
        program.multiget(changed)
        after.append(time.perf_counter() - start)
        assert len(changed) == CHANGED, changed
        token = later
    figures["after_21_changes"] = sorted(after)[len(after) // 2]
    figures["one_put"] = sorted(writing)[len(writing) // 2]
    figures["one_put_cpu_ms"] = worked / len(writing)
    before = processor_ms(serving.pid, serving.home)
    figures["one_new"] = _middle(lambda: program.put(*_new_card()))
    figures["one_new_cpu_ms"] = (processor_ms(serving.pid, serving.home) - before) / TIMES
    known = sorted(names)[CHANGED : CHANGED + TIMES]
    cards = [(name, program.get(name).replace("END:VCARD", "NICKNAME:Asked\r\nEND:VCARD")) for name in known]
    token, _names = program.changes(token)
    figures["put_and_ask"] = _middle(lambda: _put_and_ask(program, *cards.pop(), token))
    return {name: round(value, 4) for name, value in figures.items()}


def _put_and_ask(program: DavProgram, name: str, card: str, token: str) -> None:
    program.put(name, card)
    program.changes(token)


def _new_card() -> tuple[str, str]:
    uid = uuid4()
    name = f"Baru {uid.hex[:8]}"
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{uid}",
        f"FN:{name}",
        f"N:;{name};;;",
        f"TEL;TYPE=CELL:+62812{uid.int % 10**7:07}",
        "END:VCARD",
        "",
    )
    return f"{uid}.vcf", "\r\n".join(lines)


def _people(desk: "Desk", count: int) -> None:
    """By the importer, as an office brings its contacts."""
    from bench.contacts import generate, write_vcard
    from jembatan.accounts.actor import operator
    from jembatan.platform.imports.actions.run import import_now

    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as folder:
        path = Path(folder) / "contacts.vcf"
        write_vcard(path, list(islice(generate(), count)))
        import_now(operator(desk), [path])


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _middle(call: Callable[[], object]) -> float:
    return sorted(_seconds(call) for _each in range(TIMES))[TIMES // 2]


if __name__ == "__main__":
    main()
