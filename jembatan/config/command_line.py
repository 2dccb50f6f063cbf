"""`jembatan`: every command by name and where it lives. The contract is measured from outside; docs list each command."""

import io
import os
import sys

import click

from jembatan.platform.cli.lazy import LazyGroup

COMMANDS = {
    "backup": "jembatan.config.commands.backup:backup",
    "brief": "jembatan.briefings.cli.brief:brief",
    "calendar": "jembatan.meetings.cli:calendar",
    "contacts": "jembatan.directory.cli:contacts",
    "demo": "jembatan.config.commands.demo:demo",
    "doctor": "jembatan.config.commands.doctor:doctor",
    "handover": "jembatan.briefings.cli.handover:handover",
    "import": "jembatan.config.commands.importing:import_",
    "live": "jembatan.config.commands.live:live",
    "list": "jembatan.config.commands.listing:list_",
    "mail": "jembatan.correspondence.cli.mail:mail",
    "manage": "jembatan.config.commands.manage:manage",
    "negotiation": "jembatan.negotiation.cli:negotiation",
    "preflight": "jembatan.correspondence.cli.preflight:preflight",
    "radar": "jembatan.radar.cli:radar",
    "report": "jembatan.reports.cli:report",
    "restore": "jembatan.config.commands.restore:restore",
    "roster": "jembatan.rostering.cli:roster",
    "run": "jembatan.config.commands.run:run",
    "serve": "jembatan.config.commands.serve:serve",
    "sign-in": "jembatan.config.commands.sign_in:sign_in",
    "worker": "jembatan.config.commands.worker:worker",
}

main_group = LazyGroup("jembatan", places=COMMANDS, help="The desk that liaison officers work at.")


def main() -> None:
    """The console script."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jembatan.config.settings")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        main_group(prog_name="jembatan")
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
