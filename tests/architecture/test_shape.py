"""Habits of the house that can be counted."""

import ast
from pathlib import Path

import pytest

from tests.architecture.house import HOUSE, PROJECT, files

LONGEST_FILE = 350
LONGEST_FUNCTION = 60
OWN_POLICY = {"message_html.html"}  # the sandboxed frame of a mail, which has a policy of its own
VAGUE = {"utils", "helpers", "common", "misc", "base", "util", "helper"}
CODE = [path for path in files("*.py") if path.stat().st_size]


def _name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def test_no_file_has_a_vague_name() -> None:
    assert [_name(path) for path in CODE if path.stem in VAGUE or path.parent.name in VAGUE] == []


def test_no_file_is_too_long_to_hold_one_idea() -> None:
    long = {
        _name(p): n for p in CODE if (n := len(p.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert {name: lines for name, lines in long.items() if "/tests/" not in name} == {}


def test_no_function_is_too_long_to_be_read_at_once() -> None:
    long = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("path", [path for path in CODE if "tests" not in path.parts], ids=_name)
def test_public_names_say_what_they_are(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert (ast.get_docstring(tree) is not None, silent) == (True, [])


def test_pages_have_no_inline_style_or_script() -> None:
    offences = [
        f"{path.relative_to(HOUSE)}: {line.strip()}"
        for path in files("*.html")
        if path.name not in OWN_POLICY
        for line in path.read_text(encoding="utf-8").splitlines()
        if " style=" in line
        or "<style" in line
        or ("<script" in line and "src=" not in line and 'type="application/json"' not in line)
        or " onclick=" in line
    ]
    assert offences == []
