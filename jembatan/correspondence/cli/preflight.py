"""`jembatan preflight`: what is wrong with a letter before it leaves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jembatan.accounts.cli import desk_option, operator_at
from jembatan.platform.cli.database import database_exists, database_open
from jembatan.platform.cli.output import json_option, print_json, print_table, refuse
from jembatan.platform.cli.starting import set_up_django

if TYPE_CHECKING:
    from jembatan.correspondence.preflight.finding import Finding
    from jembatan.correspondence.preflight.letter import Letter

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("preflight")
@click.argument("file", type=FILE)
@click.option(
    "--language", type=click.Choice(["en", "id"]), default="en", help="The language of the messages."
)
@desk_option
@json_option
def preflight(file: Path, language: str, desk_slug: str | None, as_json: bool) -> None:
    """Check a letter (.eml) before it leaves. Ends with 0 also where something is found.

    What the desk knows about the receivers is used where a database is there; without one, the letter alone speaks.
    """
    findings = _findings(_letter(file), desk_slug, language=language)
    if as_json:
        print_json({"findings": [asdict(finding) for finding in findings]})
        return
    rows = [(each.severity, each.rule, each.words, each.message, each.suggestion) for each in findings]
    print_table(["severity", "rule", "words", "why", "suggestion"], rows, empty="Nothing found.")


def _letter(file: Path) -> "Letter":
    from jembatan.correspondence.formats.containers import BrokenContainer, raw_messages
    from jembatan.correspondence.formats.mime import NotMail, parse
    from jembatan.correspondence.preflight.from_mail import letter_of

    try:
        return letter_of(parse(next(raw_messages(file, file.name)).raw))
    except (NotMail, BrokenContainer, StopIteration) as error:
        refuse(f"{file} holds no mail message. {error}".strip())


def _findings(letter: "Letter", desk_slug: str | None, *, language: str) -> "list[Finding]":
    with database_open() if database_exists() else _django_alone():
        from django.utils import translation

        from jembatan.correspondence.preflight.check import check
        from jembatan.correspondence.preflight.knowledge import Knowledge
        from jembatan.correspondence.queries.preflight import findings_for

        with translation.override(language):
            if database_exists():
                return findings_for(operator_at(desk_slug), letter=letter)
            return check(letter, Knowledge())


@contextmanager
def _django_alone() -> Iterator[None]:
    """The rules speak through gettext, which needs the applications and no database."""
    set_up_django()
    yield
