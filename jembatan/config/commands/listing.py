"""`jembatan list …`: the desk's records, the most recently active first."""

from collections.abc import Callable
from typing import Any

import click

from jembatan.accounts.actor import Actor
from jembatan.accounts.cli import desk_option, operator_at
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, print_json, print_table

Lister = Callable[[Actor, int], list[dict[str, Any]]]


def _listers() -> dict[str, Lister]:
    from jembatan.correspondence.queries.listing import list_threads
    from jembatan.directory.queries.listing import list_organisations, list_people
    from jembatan.meetings.queries.listing import list_meetings

    return {
        "organisations": list_organisations,
        "people": list_people,
        "meetings": list_meetings,
        "threads": list_threads,
    }


@click.command("list")
@click.argument("what", type=click.Choice(["organisations", "people", "meetings", "threads"]))
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@desk_option
@json_option
@uses_database
def list_(what: str, limit: int, desk_slug: str | None, as_json: bool) -> None:
    """List records of a desk."""
    rows = _listers()[what](operator_at(desk_slug), limit)
    if as_json:
        print_json(rows)
        return
    columns = list(rows[0]) if rows else []
    print_table(columns, [[row[column] for column in columns] for row in rows], empty=f"No {what} yet.")
