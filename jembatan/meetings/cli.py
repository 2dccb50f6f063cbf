"""`jembatan calendar …`: what a calendar file says, without a database."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jembatan.platform.cli.output import json_option, print_json, print_table, refuse, say
from jembatan.platform.cli.words import tells_sentences

if TYPE_CHECKING:
    from jembatan.meetings.formats.itip.scheduled import Scheduled


@click.group()
def calendar() -> None:
    """Read calendar files."""


@calendar.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "start", required=True, metavar="DATE", help="The first day or moment, ISO 8601.")
@click.option("--to", "end", required=True, metavar="DATE", help="The first day or moment after the period.")
@json_option
@tells_sentences
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


def _file_option(
    name: str, text: str, *, required: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, type=click.Path(path_type=Path), required=required, metavar="FILE", help=text)


@calendar.command()
@click.option("--user", required=True, metavar="ADDRESS", help="Who made the change.")
@_file_option("--old", "The meeting as it was; left out for a new one.")
@_file_option("--new", "The meeting as it is; left out for one that is deleted.")
@json_option
@tells_sentences
def itip(user: str, old: Path | None, new: Path | None, as_json: bool) -> None:
    """List the messages that must be sent when a meeting changes (iTIP, RFC 5546)."""
    from jembatan.meetings.formats.itip.compose import compose
    from jembatan.meetings.formats.itip.trouble import Unusable
    from jembatan.meetings.queries.troubles import told_trouble

    try:
        found = compose(_read(old), _read(new), user=user, now=datetime.now(UTC))
    except Unusable as error:
        say(told_trouble(error.trouble, error.about))
        found = []
    if as_json:
        keys = ("method", "uid", "sender", "sender_name", "recipient", "recipient_name", "significant")
        told = [{key: getattr(each, key) for key in keys} | {"ics": each.ics.decode()} for each in found]
        print_json({"messages": told})
        return
    rows = [[each.method, each.recipient, each.recipient_name, each.significant] for each in found]
    print_table(["method", "recipient", "name", "significant"], rows, empty="Nobody needs to be told.")


@calendar.command()
@_file_option(
    "--calendar", "The calendar that the message reaches; made where it is not there.", required=True
)
@_file_option("--message", "The message (a text/calendar part).", required=True)
@click.option(
    "--sender", default="", metavar="ADDRESS", help="Where it came from; believed who wrote it unless given."
)
@json_option
@tells_sentences
def receive(calendar: Path, message: Path, sender: str, as_json: bool) -> None:
    """Tell what a received message makes of a calendar (iTIP, RFC 5546). No file is changed."""
    from jembatan.meetings.formats.itip.receive import receive as received
    from jembatan.meetings.queries.troubles import told_trouble

    outcome = received(_read(calendar) if calendar.exists() else None, _read(message), sender=sender)
    text = outcome.calendar.to_ical().decode() if outcome.calendar else None
    reasons = [{"kind": str(kind), "reason": told_trouble(kind, about)} for kind, about in outcome.troubles]
    if as_json:
        print_json({"calendar": text, "changed": outcome.changed, "troubles": reasons})
        return
    for each in reasons:
        say(each["reason"])
    click.echo(text or "", nl=False)


def _read(path: Path | None) -> "Scheduled | None":
    from jembatan.meetings.formats.itip.scheduled import read_scheduled
    from jembatan.meetings.queries.faults import told

    if path is None:
        return None
    if not path.exists() or path.is_dir():
        refuse(f"There is no file {path}.")
    raw = path.read_bytes()
    found, file = read_scheduled(raw)
    for defect in file.defects:
        say(f"{path}:{defect.line}: {told(defect)}")
    if found is None and raw.strip():
        refuse(f"{path} holds no calendar that can be read.")
    return found


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
