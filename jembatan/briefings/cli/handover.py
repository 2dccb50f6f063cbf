"""`jembatan handover`: a handover pack from the command line."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.briefings.cli.made import form_of, keep_made
from jembatan.briefings.cli.named import dossier_named, member_with, organisation_named
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, refuse

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.briefings.queries.handover.scope import Subject


@click.command()
@click.option("--organisation", metavar="NAME", help="This partner: its name, short name or number.")
@click.option("--dossier", metavar="TITLE", help="This dossier: its title or number.")
@click.option(
    "--officer", metavar="ADDRESS", help="All that this member does, by the address they sign in with."
)
@click.option("--to", "taker", required=True, metavar="ADDRESS", help="The member who takes over.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--language", type=click.Choice(["id", "en"]), help="The desk's language unless given.")
@desk_option
@json_option
@uses_database
def handover(
    organisation: str | None,
    dossier: str | None,
    officer: str | None,
    taker: str,
    output: Path,
    language: str | None,
    desk_slug: str | None,
    as_json: bool,
) -> None:
    """Compose a handover pack, as PDF or Word (by the ending of FILE)."""
    from django.conf import settings

    from jembatan.briefings.actions.hand_over import make_handover

    form = form_of(output, "A handover pack")
    if [organisation, dossier, officer].count(None) != 2:
        raise click.UsageError("Name one of --organisation, --dossier and --officer.")
    started = time.perf_counter()
    actor = operator_at(desk_slug)
    subject, receiver = _subject(actor, organisation, dossier, officer), member_with(actor, taker)
    if subject == receiver:
        refuse("Nobody takes over from themselves: name another member with --to.")
    made = make_handover(
        actor,
        receiver,
        subject,
        form=form,
        language=language or actor.desk.language,
        site=settings.PUBLIC_URL,
    )
    keep_made(made, output, started=started, as_json=as_json)


def _subject(actor: "Actor", organisation: str | None, dossier: str | None, officer: str | None) -> "Subject":
    if organisation is not None:
        return organisation_named(actor, organisation)
    return dossier_named(actor, dossier) if dossier is not None else member_with(actor, officer or "")
