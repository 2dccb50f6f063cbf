"""One way to answer at the command line: people by default, one JSON document with `--json`, refusals in a sentence."""

import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache, wraps
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from rich.console import Console


class Refused(click.ClickException):
    """The command could not do what was asked; exits 1 with this one sentence on standard error."""

    exit_code = 1


def json_option[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """Adds `--json` to a command."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(command)


def print_json(document: object) -> None:
    """The document on standard output, dates as ISO 8601, non-ASCII as it is."""
    json.dump(document, sys.stdout, ensure_ascii=False, default=_plain, indent=2)
    sys.stdout.write("\n")


def print_table(columns: Sequence[str], rows: Sequence[Sequence[object]], *, empty: str) -> None:
    """A table for people, or the sentence `empty`."""
    if not rows:
        _people().print(empty, markup=False)
        return
    from rich.table import Table

    table = Table(*columns, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*(_cell(value) for value in row))
    _people().print(table)


def print_facts(facts: Sequence[tuple[str, object]]) -> None:
    """Labels and values, one a line, for people."""
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False)
    for label, value in facts:
        table.add_row(f"[dim]{label}[/dim]", _cell(value))
    _people().print(table)


@cache
def messages() -> "Console":
    """Standard error, for people."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


@cache
def _people() -> "Console":
    from rich.console import Console

    return Console(highlight=False)


def say(message: str) -> None:
    """A message for people, on standard error."""
    messages().print(message, markup=False)


def refusing[**P, R](*kinds: type[Exception]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Turns these exceptions of a command into a refusal with their own sentence."""

    def decorate(command: Callable[P, R]) -> Callable[P, R]:
        @wraps(command)
        def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return command(*args, **kwargs)
            except kinds as error:
                refuse(str(error))

        return wrapped

    return decorate


def refuse(sentence: str) -> NoReturn:
    """End the command with exit code 1."""
    raise Refused(sentence)


def _plain(value: object) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _cell(value: object) -> str:
    from rich.markup import escape

    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return escape(str(value))
