"""`jembatan import`: files, folders and archives of any known kind, and taking an import back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, messages, print_facts, print_json, refuse, say

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.platform.imports.actions.run import Result

OF_PROGRAMMES = ("officers", "delegations", "movements", "schedule", "applications")
KINDS = ("mail", "contacts", "calendar", "meetings", "whatsapp", "statements", *OF_PROGRAMMES)


class ImportGroup(click.Group):
    """`import rollback BATCH` is a command of its own; anything else are paths."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert the hidden `files` command before paths."""
        if args and args[0] not in self.commands and args[0] not in {"--help", "-h"}:
            args = ["files", *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Those that go with paths, too: nobody would guess the command that they are hidden in."""
        files = self.commands["files"]
        click.Command.format_options(files, click.Context(files, parent=ctx), formatter)
        self.format_commands(ctx, formatter)


@click.group("import", cls=ImportGroup, subcommand_metavar="PATHS... | rollback BATCH")
def import_() -> None:
    """Import PATH... (mail, contacts, calendars, chats, tables of meetings or statements, what programmes are made of), or `rollback BATCH`."""


@import_.command("files", hidden=True)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--as",
    "kind",
    type=click.Choice(KINDS),
    metavar=f"[{'|'.join(KINDS)}]",
    help="Take every file to be of this kind.",
)
@click.option("--dry-run", is_flag=True, help="Do everything, then undo it; the accounts are exact.")
@click.option(
    "--me", "own_addresses", multiple=True, metavar="ADDRESS", help="An e-mail address that is ours."
)
@click.option(
    "--programme",
    metavar="NAME",
    help="The programme that officers, delegations, movements or a schedule are for; not needed while one is current.",
)
@click.option("--delegation", metavar="NAME", help="Whose schedule it is; everybody's unless said.")
@desk_option
@json_option
@uses_database
def files(
    paths: tuple[Path, ...],
    kind: str | None,
    dry_run: bool,
    own_addresses: tuple[str, ...],
    programme: str | None,
    delegation: str | None,
    desk_slug: str | None,
    as_json: bool,
) -> None:
    """Import files and folders."""
    from jembatan.accounts.actions.our_addresses import NotAnAddress
    from jembatan.platform.imports.actions.run import CannotImport

    actor = operator_at(desk_slug)
    try:
        with messages().status("Importing …") as status:
            result = bring_in(
                actor,
                paths,
                kind=kind,
                dry_run=dry_run,
                own_addresses=own_addresses,
                options=_options(actor, programme, delegation),
                progress=lambda read: status.update(f"Importing … {read:,} read"),
            )
    except (CannotImport, NotAnAddress) as error:
        refuse(str(error))
    if as_json:
        print_json(result.as_json())
        return
    document = result.as_json()
    for problem in document["problems"][:20]:
        say(f"{problem['source']}: {problem['reason']}")
    if result.problem_count > 20:
        say(f"… and {result.problem_count - 20:,} more; all are on the import's page and in --json.")
    print_facts([(key, value) for key, value in document.items() if key != "problems"])


def bring_in(
    actor: "Actor",
    paths: tuple[Path, ...],
    *,
    kind: str | None = None,
    dry_run: bool = False,
    own_addresses: tuple[str, ...] = (),
    options: dict[str, int] | None = None,
    progress: Callable[[int], None] = lambda read: None,
) -> "Result":
    """Claim these addresses and import, both or neither; a dry run leaves nothing of either."""
    from django.db import transaction

    from jembatan.accounts.actions.our_addresses import claim_addresses
    from jembatan.platform.imports.actions.run import import_now

    with transaction.atomic():
        if own_addresses:
            claim_addresses(actor, list(own_addresses))
        result = import_now(actor, paths, kind=kind, options=options, dry_run=dry_run, progress=progress)
        if dry_run:
            transaction.set_rollback(True)
    return result


def _options(actor: "Actor", programme: str | None, delegation: str | None) -> dict[str, int]:
    """The plan's options for these names; an unknown one is refused."""
    from jembatan.programmes.queries.visible import visible_delegations, visible_programmes

    if programme is None:
        if delegation is not None:
            raise click.UsageError("Name the --programme of the delegation, too.")
        return {}
    named = visible_programmes(actor).filter(name__iexact=programme).first()
    if named is None:
        refuse(f"There is no programme {programme!r} at this desk.")
    if delegation is None:
        return {"programme": named.pk}
    whose = visible_delegations(actor).filter(programme=named, name__iexact=delegation).first()
    if whose is None:
        refuse(f"There is no delegation {delegation!r} in {named}.")
    return {"programme": named.pk, "delegation": whose.pk}


@import_.command("rollback")
@click.argument("batch_id", metavar="BATCH", type=int)
@desk_option
@json_option
@uses_database
def rollback(batch_id: int, desk_slug: str | None, as_json: bool) -> None:
    """Take an import back; what people changed since is kept."""
    from jembatan.platform.imports.actions.roll_back import roll_back
    from jembatan.platform.imports.actions.run import CannotImport
    from jembatan.platform.imports.models import Batch

    actor = operator_at(desk_slug)
    batch = Batch.objects.filter(pk=batch_id, desk=actor.desk).first()
    if batch is None:
        refuse(f"There is no import {batch_id} at this desk.")
    try:
        result = roll_back(actor, batch)
    except CannotImport as error:
        refuse(str(error))
    document = {"batch": batch_id, "removed": result.removed, "kept": result.kept}
    print_json(document) if as_json else print_facts(list(document.items()))
