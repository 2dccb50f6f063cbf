"""`jembatan contacts …`: what a file of contacts says, whether two names are one, and who is there twice.

Only `duplicates` without a file needs the database; the other commands start without Django.
"""

from pathlib import Path

import click

from jembatan.platform.cli.output import json_option, print_facts, print_json, print_table, refuse, say

MOST_SHOWN = 200


@click.group()
def contacts() -> None:
    """Read, compare and find duplicates among contacts."""


@contacts.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def parse(file: Path, as_json: bool) -> None:
    """What a vCard file says, card by card, and what of it could not be understood."""
    from jembatan.directory.formats.vcard import read_vcards

    found = read_vcards(file.read_bytes())
    cards = [{"version": card.version, **card.contact.as_json()} for card in found.cards]
    defects = [
        {"line": defect.line, "reason": defect.reason, "text": defect.text} for defect in found.all_defects
    ]
    if as_json:
        print_json({"cards": cards, "defects": defects})
        return
    rows = [
        [
            card["line"],
            card["full_name"],
            card["organisation"],
            card["title"],
            ", ".join(card["emails"]),
            ", ".join(card["phones"]),
        ]
        for card in cards
    ]
    columns = ["line", "name", "organisation", "position", "e-mail", "telephone"]
    print_table(columns, rows, empty="The file holds no contact.")
    for defect in defects:
        say(f"{file}:{defect['line']}: {defect['reason']} {defect['text']}".rstrip())


@contacts.command()
@click.argument("a", metavar="NAME")
@click.argument("b", metavar="NAME")
@click.option("--organisation", is_flag=True, help="Compare names of organisations, not of people.")
@json_option
def match(a: str, b: str, organisation: bool, as_json: bool) -> None:
    """How likely two names are one."""
    from jembatan.directory.queries.likeness import SAME, organisation_likeness, person_likeness

    score = organisation_likeness(a, b) if organisation else person_likeness(a, b)
    document = {"score": score, "same": score >= SAME}
    print_json(document) if as_json else print_facts(list(document.items()))


@contacts.command()
@click.option(
    "--csv",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look in this table, not in the directory.",
)
@click.option("--id", "key", metavar="COLUMN", help="The column that names a row of the table.")
@click.option("--desk", "desk_slug", metavar="DESK", help="The desk whose directory is searched.")
@json_option
def duplicates(file: Path | None, key: str | None, desk_slug: str | None, as_json: bool) -> None:
    """Pairs of records that are probably one person or organisation, the likeliest first."""
    if file is not None and not key:
        raise click.UsageError("Name the column that identifies a row with --id.")
    pairs = _in_table(file, key) if file is not None and key else _in_directory(desk_slug)
    if as_json:
        print_json({"pairs": pairs})
        return
    rows = [[pair["a"], pair["b"], f"{pair['score']:.2f}"] for pair in pairs[:MOST_SHOWN]]
    print_table(["a", "b", "score"], rows, empty="No duplicates were found.")
    if len(pairs) > MOST_SHOWN:
        say(f"… and {len(pairs) - MOST_SHOWN:,} more; all are in --json.")


def _in_table(file: Path, key: str) -> list[dict[str, object]]:
    from jembatan.directory.formats.tables.csv_rows import read_csv
    from jembatan.directory.formats.tables.layout import guess_layout
    from jembatan.directory.queries.likeness.tables import duplicate_rows

    table = read_csv(file.read_bytes())
    layout = guess_layout(table)
    try:
        pairs = duplicate_rows(table, layout, key=key)
    except KeyError:
        columns = ", ".join(column.heading for column in layout.columns)
        refuse(f"There is no column {key!r} in {file}. Columns: {columns}.")
    return [{"a": pair.a, "b": pair.b, "score": pair.score} for pair in pairs]


def _in_directory(desk_slug: str | None) -> list[dict[str, object]]:
    from jembatan.platform.cli.database import database_open

    with database_open():
        from jembatan.accounts.cli import operator_at
        from jembatan.directory.queries.duplicates import duplicate_organisations, duplicate_people

        actor = operator_at(desk_slug)
        pairs = [*duplicate_people(actor), *duplicate_organisations(actor)]
        return [{"kind": pair.kind, "a": pair.a, "b": pair.b, "score": pair.score} for pair in pairs]
