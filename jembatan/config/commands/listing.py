"""`jembatan list …`: the desk's records, the most recently active first."""

from collections.abc import Callable
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.correspondence.cli.turn_option import turn_option
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, print_json, print_table

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor

LISTED = ("organisations", "people", "meetings", "threads", "commitments", "signals")


def rows_of(what: str, actor: "Actor", limit: int, *, turn: str = "") -> list[dict[str, Any]]:
    """At most `limit` records of this kind that the actor may see, each at least with `id` and `name`; `turn` is for threads."""
    from jembatan.commitments.queries.listing import list_commitments
    from jembatan.correspondence.queries.listing import list_threads
    from jembatan.directory.queries.listing import list_organisations, list_people
    from jembatan.meetings.queries.listing import list_meetings
    from jembatan.radar.queries.listing import list_signals_latest

    listers: dict[str, Callable[[Actor, int], list[dict[str, Any]]]] = {
        "organisations": list_organisations,
        "people": list_people,
        "meetings": list_meetings,
        "threads": partial(list_threads, turn=turn),
        "commitments": list_commitments,
        "signals": list_signals_latest,
    }
    return listers[what](actor, limit)


def _turn_is_for_threads(command: Callable[..., None]) -> Callable[..., None]:
    """Said before a database is opened."""

    @wraps(command)
    def checked(**given: Any) -> None:
        if given["turn"] and given["what"] != "threads":
            raise click.UsageError("--turn is for threads alone.")
        command(**given)

    return checked


@click.command("list")
@click.argument("what", type=click.Choice(LISTED))
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@turn_option
@desk_option
@json_option
@_turn_is_for_threads
@uses_database
def list_(what: str, limit: int, turn: str | None, desk_slug: str | None, as_json: bool) -> None:
    """List records of a desk."""
    rows = rows_of(what, operator_at(desk_slug), limit, turn=turn or "")
    if as_json:
        print_json(rows)
        return
    columns = list(rows[0]) if rows else []
    print_table(columns, [[row[column] for column in columns] for row in rows], empty=f"No {what} yet.")
