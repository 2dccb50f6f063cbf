"""At which desk a command works."""

from typing import TYPE_CHECKING

import click

from jembatan.platform.cli.output import refuse

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.accounts.models import Desk

desk_option = click.option(
    "--desk", "desk_slug", metavar="DESK", help="The desk to work at (its short name)."
)


def operator_at(desk_slug: str | None) -> "Actor":
    """The operator at the named desk, or at the only one; on an empty database a first desk is opened."""
    from jembatan.accounts.actions.desks import open_desk
    from jembatan.accounts.actor import operator
    from jembatan.accounts.models import Desk

    desks = list(Desk.objects.order_by("id"))
    if desk_slug:
        desk = next((desk for desk in desks if desk.slug == desk_slug), None)
        return operator(desk) if desk else refuse(f"There is no desk {desk_slug!r}. Desks: {_names(desks)}.")
    if len(desks) > 1:
        refuse(f"This installation has several desks; name one with --desk: {_names(desks)}.")
    return operator(desks[0] if desks else open_desk("My desk"))


def _names(desks: "list[Desk]") -> str:
    return ", ".join(desk.slug for desk in desks) or "none yet"
