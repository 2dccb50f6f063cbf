"""`jembatan brief`: a brief from the command line."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.briefings.cli.named import organisation_named
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, print_facts, print_json, refuse

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

    from jembatan.briefings.actions.make_brief import WRITERS, Form, make_brief
    from jembatan.platform.cli.whole_file import write_whole
    from jembatan.platform.documents.pdf import count_pages

    form = output.suffix.lstrip(".").lower()
    if form not in WRITERS:
        refuse("A brief is written as .pdf or .docx; give the file one of these endings.")
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
        form=cast(Form, form),
        language=language or actor.desk.language,
        site=settings.PUBLIC_URL,
    )
    write_whole(output, made.content)
    document = {
        "file": str(output),
        "pages": count_pages(made.content) if form == "pdf" else None,
        "sources": len(made.document.sources()),
        "seconds": round(time.perf_counter() - started, 3),
    }
    print_json(document) if as_json else print_facts(list(document.items()))


def _meeting(actor: "Actor", meeting_id: int) -> "Meeting":
    from jembatan.meetings.queries.occurrences import visible_meetings

    meeting = visible_meetings(actor).filter(pk=meeting_id).first()
    return meeting or refuse(f"There is no meeting {meeting_id} at this desk; see `jembatan list meetings`.")
