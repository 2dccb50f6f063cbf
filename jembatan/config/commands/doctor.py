"""`jembatan doctor`."""

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict

import click

from jembatan.config.health.part import Part, State, broken
from jembatan.platform.cli.output import Refused, json_option, print_json, print_table

MARKS = {State.FINE: "✓", State.ATTENTION: "!", State.BROKEN: "✗"}


@click.command()
@json_option
def doctor(as_json: bool) -> None:
    """Look at each part of this installation: its state, and how to mend it. Exits 1 when a part is broken."""
    parts = list(examined())
    healthy = all(part.state != State.BROKEN for part in parts)
    if as_json:
        print_json({"healthy": healthy, "parts": [asdict(part) for part in parts]})
    else:
        rows = [(MARKS[part.state], part.part, part.found, part.mend) for part in parts]
        print_table(["", "Part", "Found", "How to mend it"], rows, empty="")
    sys.exit(0 if healthy else 1)


def examined() -> Iterator[Part]:
    """All parts; a database that cannot be opened is one of them, not the end."""
    from jembatan.config.health.installation import installation_parts

    healthy = True
    for part in installation_parts():
        healthy = healthy and part.state != State.BROKEN
        yield part
    if healthy:
        yield from examined_service()


def examined_service() -> Iterator[Part]:
    """The parts in the database, with a server started for the purpose where none runs."""
    from jembatan.platform.cli.database import database_open

    embedded = not os.environ.get("DATABASE_URL")
    try:
        with database_open(migrate=False):
            from django.db import OperationalError

            from jembatan.config.health.service import service_parts

            try:
                yield from service_parts(embedded=embedded)
            except OperationalError as error:
                yield broken(
                    "database", str(error).strip(), mend="Start that server, or correct DATABASE_URL."
                )
    except Refused as refusal:
        yield broken("database", "does not start", mend=refusal.message)
