"""`jembatan calendar …`: what a calendar file says, without a database."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from jembatan.platform.cli.output import json_option, print_json, print_table, refuse, say


@click.group()
def calendar() -> None:
    """Read calendar files."""


@calendar.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "start", required=True, metavar="DATE", help="The first day or moment, ISO 8601.")
@click.option("--to", "end", required=True, metavar="DATE", help="The first day or moment after the period.")
@json_option
def expand(file: Path, start: str, end: str, as_json: bool) -> None:
    """List every occurrence of the events in FILE that touches a period."""
    from jembatan.meetings.formats.calendars import read_calendars
    from jembatan.meetings.formats.expansion import expand as occurrences_of
    from jembatan.meetings.queries.faults import told

    first, last = _moment(start), _moment(end)
    if isinstance(first, datetime) != isinstance(last, datetime):
        first, last = _as_datetimes(first, last)
    if not file.is_file():
        refuse(f"There is no file {file}.")
    content = read_calendars(file.read_bytes())
    found = occurrences_of(content, first, last)
    if as_json:
        keys = ("uid", "recurrence_id", "start", "end", "summary")
        document: dict[str, object] = {
            "occurrences": [{key: getattr(each, key) for key in keys} for each in found],
            "defects": [{"line": defect.line, "reason": told(defect)} for defect in content.defects],
        }
        print_json(document)
        return
    for defect in content.defects:
        say(f"{file}:{defect.line}: {told(defect)}")
    rows = [[str(each.start), str(each.end), each.summary] for each in found]
    print_table(["start", "end", "summary"], rows, empty="Nothing takes place in this period.")


def _moment(text: str) -> date:
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"{text} is no date or moment in ISO 8601.") from None


def _as_datetimes(first: date, last: date) -> tuple[datetime, datetime]:
    zone = next(value.tzinfo for value in (first, last) if isinstance(value, datetime))
    both = [
        value
        if isinstance(value, datetime)
        else datetime.combine(value, time.min, zone or UTC if zone else None)
        for value in (first, last)
    ]
    return both[0], both[1]
