"""`jembatan report`: what was done in a period, from the command line."""

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.platform.cli.database import uses_database
from jembatan.platform.cli.output import json_option, print_facts, print_json, refuse

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.correspondence.models import Message
    from jembatan.reports.queries.period import Period
    from jembatan.reports.queries.subject import Subject

DAY = click.DateTime(formats=["%Y-%m-%d"])
KINDS = ("ics-205a", "ics-213", "ics-214", "duty-record", "transparency")
SUBJECTS = ("organisation", "dossier", "officer", "portfolio", "programme")


@click.command()
@click.option("--from", "first", type=DAY, help="The first day.")
@click.option("--to", "last", type=DAY, help="The last day, included.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--organisation", metavar="NAME", help="Of this partner: its name, short name or number.")
@click.option("--dossier", metavar="TITLE", help="Of this dossier: its title or number.")
@click.option("--officer", metavar="ADDRESS", help="Of this member, by the address they sign in with.")
@click.option("--portfolio", metavar="NAME", help="Of this portfolio.")
@click.option("--programme", metavar="NAME", help="Of this programme: of what hangs on its dossier.")
@click.option(
    "--form", "kind", type=click.Choice(KINDS), help="A form instead, as PDF or Word; the register as CSV."
)
@click.option(
    "--message", metavar="MAIL", help="The mail of an ICS 213: its number or Message-ID. It needs no days."
)
@click.option("--language", type=click.Choice(["id", "en"]), help="The desk's language unless given.")
@desk_option
@json_option
@uses_database
def report(
    first: datetime | None,
    last: datetime | None,
    output: Path,
    kind: str | None,
    message: str | None,
    language: str | None,
    desk_slug: str | None,
    as_json: bool,
    **named: str | None,
) -> None:
    """Report on a period, as PDF, Word, Excel, PowerPoint or JSON (by the ending of FILE)."""
    from django.conf import settings

    from jembatan.platform.cli.whole_file import write_whole
    from jembatan.reports.actions.make_form import FileForm, MadeForm, make_form, make_message_form
    from jembatan.reports.actions.make_report import WRITERS, Form, MadeReport, make_report
    from jembatan.reports.queries.scope import Scope, entries_within

    form = output.suffix.lstrip(".").lower()
    forms = [*WRITERS] if kind is None else ["csv"] if kind == "transparency" else ["pdf", "docx"]
    if form not in forms:
        told = " or ".join(
            [*([", ".join(f".{each}" for each in forms[:-1])] if forms[1:] else []), f".{forms[-1]}"]
        )
        refuse(f"A report is written as {told}; give the file such an ending.")
    if (kind == "ics-213") != (message is not None):
        raise click.UsageError("An ICS 213 is that of a mail: name one with --message, and no other form.")
    if kind == "duty-record" and not named["officer"]:
        raise click.UsageError("A duty record is that of an officer: name one with --officer.")
    started = time.perf_counter()
    actor = operator_at(desk_slug)
    language, site = language or actor.desk.language, settings.PUBLIC_URL
    made: MadeReport | MadeForm
    if message is not None:
        if first or last or any(named.values()):
            raise click.UsageError("An ICS 213 holds one mail: it has no days and no subject of its own.")
        found = _message(actor, message)
        made = make_message_form(actor, found, form=cast(FileForm, form), language=language)
        entries = 1
    else:
        scope = Scope(_period(first, last), _subject(actor, named))
        if kind is None:
            made = make_report(actor, scope, form=cast(Form, form), language=language, site=site)
        else:
            made = make_form(actor, kind, scope, form=cast(FileForm, form), language=language, site=site)
        entries = entries_within(actor, scope).count()
    write_whole(output, made.content)
    document = {"file": str(output), "entries": entries, "seconds": round(time.perf_counter() - started, 3)}
    print_json(document) if as_json else print_facts(list(document.items()))


def _period(first: datetime | None, last: datetime | None) -> "Period":
    from jembatan.reports.queries.period import Period

    if first is None or last is None:
        raise click.UsageError("Name the days with --from and --to.")
    if last < first:
        raise click.UsageError("--to comes before --from.")
    return Period(first.date(), last.date())


def _message(actor: "Actor", wanted: str) -> "Message":
    from jembatan.correspondence.queries.visible import visible_messages
    from jembatan.platform.record_numbers import record_number

    number = record_number(wanted)
    which = {"pk": number} if number is not None else {"message_id": wanted.strip().strip("<>")}
    found = visible_messages(actor).filter(**which).first()
    return found or refuse(f"There is no mail {wanted!r} at this desk; see `jembatan mail threads`.")


def _subject(actor: "Actor", named: dict[str, str | None]) -> "Subject":
    from jembatan.briefings.cli.named import dossier_named, member_with, organisation_named

    given = [(kind, name) for kind in SUBJECTS if (name := named[kind])]
    if len(given) > 1:
        raise click.UsageError(
            "Name at most one of --organisation, --dossier, --officer, --portfolio and --programme."
        )
    match given:
        case [("organisation", name)]:
            return organisation_named(actor, name)
        case [("dossier", name)]:
            return dossier_named(actor, name)
        case [("officer", name)]:
            return member_with(actor, name)
        case [("portfolio", name)]:
            return _portfolio(actor, name)
        case [("programme", name)]:
            return _programme(actor, name)
    return None


def _portfolio(actor: "Actor", name: str) -> "Subject":
    from jembatan.reports.models import Portfolio

    found = Portfolio.objects.filter(desk=actor.desk, name__iexact=name).first()
    return found or refuse(f"There is no portfolio {name!r} at this desk.")


def _programme(actor: "Actor", name: str) -> "Subject":
    from jembatan.programmes.queries.visible import visible_programmes

    found = visible_programmes(actor).filter(name__iexact=name).first()
    return found or refuse(f"There is no programme {name!r} at this desk.")
