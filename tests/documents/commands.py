"""The command line as data: every command with what it takes, and whether a line that a document shows is understood."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from jembatan.config.command_line import main_group

PLACEHOLDERS = {"BATCH": "1", "ID": "1", "DATE": "2026-01-01"}
HELP = "--help"


@dataclass(frozen=True, slots=True)
class Described:
    """A command by its full name ("import rollback"), its arguments in order, and the options that are its own."""

    name: str
    arguments: tuple[str, ...]
    options: frozenset[str]


def every_command() -> Iterator[Described]:
    """All that may be typed, groups left out. `import PATHS...` goes to a hidden command and is named `import`."""
    yield from _below(main_group, click.Context(main_group, info_name="jembatan"), ())


def _below(group: click.Group, context: click.Context, path: tuple[str, ...]) -> Iterator[Described]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        below = click.Context(command, info_name=name, parent=context)
        here = path if command.hidden else (*path, name)
        if isinstance(command, click.Group):
            yield from _below(command, below, here)
        else:
            yield _described(command, below, " ".join(here))


def _described(command: click.Command, context: click.Context, name: str) -> Described:
    parameters = command.get_params(context)
    arguments = [each.make_metavar(context) for each in parameters if isinstance(each, click.Argument)]
    options = [word for each in parameters if isinstance(each, click.Option) for word in each.opts]
    return Described(name, tuple(arguments), frozenset(options) - {HELP})


def misunderstood(line: str, *, folder: Path) -> str:
    """Why click refuses the line; "" where it would obey. What may be a file is made in `folder`, the current one."""
    words = [PLACEHOLDERS.get(word, word) for word in shlex.split(line, comments=True)[1:]]
    for word in words:
        if not word.startswith("-") and "/" not in word:
            (folder / word).touch()
    command: click.Command = main_group
    try:
        context = main_group.make_context("jembatan", list(words))
        while isinstance(command, click.Group):
            # Click keeps the name of the command below apart from what follows it.
            name, found, rest = command.resolve_command(context, [*context._protected_args, *context.args])
            assert found is not None
            command = found
            context = command.make_context(name, rest, parent=context)
    except click.exceptions.Exit:
        return ""
    except click.ClickException as refusal:
        return f"{line}: {refusal.format_message()}"
    return ""
