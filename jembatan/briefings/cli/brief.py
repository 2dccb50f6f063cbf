"""`jembatan brief`: a brief from the command line."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.briefings.cli.made import form_of, keep_made
from jembatan.briefings.cli.named import organisation_named
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, refuse

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.meetings.models import Meeting


@click.command()
@click.option(
    "--organisation", metavar="NAME", help="About this organisation: its name, short name or number."
)
@click.option("--meeting", "meeting_id", type=int, metavar="ID", help="For this meeting.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--language", type=click.Choice(["id", "en"]), help="The desk's language unless given.")
@desk_option
@json_option
@uses_database
def brief(
    organisation: str | None,
    meeting_id: int | None,
    output: Path,
    language: str | None,
    desk_slug: str | None,
    as_json: bool,
) -> None:
    """Compose a brief from the record, as PDF or Word (by the ending of FILE)."""
    from django.conf import settings

    from jembatan.briefings.actions.make_brief import make_brief

    form = form_of(output, "A brief")
    if (organisation is None) == (meeting_id is None):
        raise click.UsageError("Name either --organisation or --meeting.")
    started = time.perf_counter()
    actor = operator_at(desk_slug)
    subject = (
        _meeting(actor, meeting_id)
        if meeting_id is not None
        else organisation_named(actor, organisation or "")
    )
    made = make_brief(
        actor,
        subject,
        form=form,
        language=language or actor.desk.language,
        site=settings.PUBLIC_URL,
    )
    keep_made(made, output, started=started, as_json=as_json)


def _meeting(actor: "Actor", meeting_id: int) -> "Meeting":
    from jembatan.meetings.queries.occurrences import visible_meetings

    meeting = visible_meetings(actor).filter(pk=meeting_id).first()
    return meeting or refuse(f"There is no meeting {meeting_id} at this desk; see `jembatan list meetings`.")
