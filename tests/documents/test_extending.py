"""docs/extending.md lists every slot, event and register, and no other."""

import ast
import re
from pathlib import Path

from tests.architecture.house import HOUSE, PROJECT, files
from tests.documents.texts import first_column, sections_of

SLOT = re.compile(r"""{%\s*slot\s+["']([\w.]+)["']""")
SECTIONS = sections_of(PROJECT / "docs" / "extending.md")
CODE = [path for path in files("*.py") if "tests" not in path.parts]


def test_every_slot_is_listed() -> None:
    offered = {name for path in files("*.html") for name in SLOT.findall(path.read_text(encoding="utf-8"))}
    assert sorted(first_column(SECTIONS["Slots"])) == sorted(offered)


def test_every_event_is_listed() -> None:
    """An event is a dataclass of a room's `events.py`."""
    events = [
        f"{_module(path)}.{node.name}"
        for path in CODE
        if path.name == "events.py"
        for node in _tree(path).body
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(d) for d in node.decorator_list)
    ]
    assert sorted(first_column(SECTIONS["Events"])) == sorted(events)


def test_every_register_is_listed() -> None:
    """A register is entered by a function `register…` of its module."""
    registers = [
        f"{_module(path)}.{node.name}"
        for path in CODE
        for node in _tree(path).body
        if isinstance(node, ast.FunctionDef) and re.fullmatch(r"register(_\w+)?", node.name)
    ]
    assert sorted(first_column(SECTIONS["Registers"])) == sorted(registers)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _module(path: Path) -> str:
    return ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)
