"""docs/commands.md describes every command as it is, and every command that a document shows can be typed."""

import re
from pathlib import Path

import pytest

from tests.documents.commands import Described, every_command, misunderstood
from tests.documents.texts import PROJECT, code_of, documents, first_column, name_of, sections_of

COMMANDS = {command.name: command for command in every_command()}
REFERENCE = PROJECT / "docs" / "commands.md"
ARGUMENT = re.compile(r"^bin/jembatan ([^\n]*)", re.MULTILINE)


def test_reference_describes_every_command_and_no_other() -> None:
    named = [heading.strip("`") for heading in sections_of(REFERENCE) if heading.startswith("`")]
    assert sorted(named) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_reference_names_the_options_of(command: Described) -> None:
    section = sections_of(REFERENCE)[f"`{command.name}`"]
    assert sorted(option.split()[0] for option in first_column(section)) == sorted(
        option for option in command.options if option.startswith("--")
    )


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_reference_shows_the_usage_of(command: Described) -> None:
    usage = ARGUMENT.search(sections_of(REFERENCE)[f"`{command.name}`"])
    assert usage is not None
    options = ["[OPTIONS]"] if command.options else []
    assert usage[1].split() == [*command.name.split(), *options, *" ".join(command.arguments).split()]


@pytest.mark.parametrize("path", documents(), ids=name_of)
def test_commands_in_documents_are_understood(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [line.strip() for line in code_of(path) if re.match(r"\s*bin/jembatan \S", line)]
    shown = [line for line in lines if "[OPTIONS]" not in line]
    assert [reason for line in shown if (reason := misunderstood(line, folder=tmp_path))] == []


@pytest.mark.parametrize("path", documents(), ids=name_of)
def test_programs_that_documents_name_exist(path: Path) -> None:
    named = {found[0] for line in code_of(path) if (found := re.match(r"bin/[a-z]+", line.strip()))}
    assert [program for program in sorted(named) if not (PROJECT / program).exists()] == []
