"""`jembatan manage …`: Django's own management commands on this installation's database."""

import click

from jembatan.platform.cli.database import database_open


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run a Django management command."""
    from django.core.management import execute_from_command_line

    with database_open(migrate=False):
        execute_from_command_line(["jembatan manage", *arguments])
