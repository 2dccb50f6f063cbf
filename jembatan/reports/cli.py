"""`jembatan report`: what was done in a period, from the command line."""

import time
from datetime import datetime
from pathlib import Path
from typing import cast

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, print_facts, print_json, refuse

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.option("--from", "first", type=DAY, required=True, help="The first day.")
@click.option("--to", "last", type=DAY, required=True, help="The last day, included.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--language", type=click.Choice(["id", "en"]), help="The desk's language unless given.")
@desk_option
@json_option
@uses_database
def report(
    first: datetime, last: datetime, output: Path, language: str | None, desk_slug: str | None, as_json: bool
) -> None:
    """Report on a period, as PDF, Word, Excel or JSON (by the ending of FILE)."""
    from django.conf import settings

    from jembatan.platform.cli.whole_file import write_whole
    from jembatan.reports.actions.make_report import WRITERS, Form, make_report
    from jembatan.reports.queries.lines import report_lines
    from jembatan.reports.queries.period import Period

    form = output.suffix.lstrip(".").lower()
    if form not in WRITERS:
        refuse("A report is written as .pdf, .docx, .xlsx or .json; give the file one of these endings.")
    if last < first:
        raise click.UsageError("--to comes before --from.")
    started = time.perf_counter()
    actor, period = operator_at(desk_slug), Period(first.date(), last.date())
    made = make_report(
        actor,
        period,
        form=cast(Form, form),
        language=language or actor.desk.language,
        site=settings.PUBLIC_URL,
    )
    write_whole(output, made.content)
    document = {
        "file": str(output),
        "entries": sum(len(line.entries) for line in report_lines(actor, period)),
        "seconds": round(time.perf_counter() - started, 3),
    }
    print_json(document) if as_json else print_facts(list(document.items()))
