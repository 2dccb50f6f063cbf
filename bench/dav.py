"""Synchronising 10,000 contacts by CardDAV, beside plain Radicale with its own file storage: `python -m bench.dav`.

Both serve the same cards over HTTP on this machine, to one program that asks as programs do: `sync-collection`, then
`addressbook-multiget` of what changed. Targets: the first synchronisation at least 10 times as fast, one without changes and one
after 21 changes at least 20 times, writing one card at least 10 times. Prints one JSON line. Arguments: how many contacts.
"""

import json
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

if TYPE_CHECKING:
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
        with jembatan_serving() as port:
            program = DavProgram(port, book, user.email, password)
            unprepared = _seconds(program.fetch_all)  # as if the worker had not written the texts before
            ours = measured(program)
        cards = dict(Resource.objects.values_list("href", "text"))
        with radicale_serving(cards) as port:
            theirs = measured(DavProgram(port, "/bench/book/", "bench", "bench"))
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
            }
        )
    )


def measured(program: DavProgram) -> dict[str, float]:
    """Seconds: the very first synchronisation, another from nothing, one without changes, one after changes; a card changed, one added.

    The last four are the middle of several.
    """
    figures = {"first_initial": _seconds(lambda: program.fetch_all())}
    figures["later_initial"] = _seconds(lambda: program.fetch_all())
    token, names = program.changes("")
    figures["unchanged"] = _middle(lambda: program.changes(token))
    writing, after = [], []
    for round_number in range(TIMES):
        for name in sorted(names)[:CHANGED]:
            card = program.get(name).replace("END:VCARD", f"NICKNAME:Round {round_number}\r\nEND:VCARD")
            card = "\r\n".join(
                line for line in card.split("\r\n") if line != f"NICKNAME:Round {round_number - 1}"
            )
            writing.append(_seconds(lambda name=name, card=card: program.put(name, card)))  # type: ignore[misc]  # bound for this round
        start = time.perf_counter()
        later, changed = program.changes(token)
        program.multiget(changed)
        after.append(time.perf_counter() - start)
        assert len(changed) == CHANGED, changed
        token = later
    figures["after_21_changes"] = sorted(after)[len(after) // 2]
    figures["one_put"] = sorted(writing)[len(writing) // 2]
    figures["one_new"] = _middle(lambda: program.put(*_new_card()))
    return {name: round(value, 4) for name, value in figures.items()}


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
