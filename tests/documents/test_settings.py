"""docs/settings.md lists every environment variable that the product reads, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.documents.texts import PROJECT, first_column

SOURCES = [path for path in sorted((PROJECT / "jembatan").rglob("*.py")) if "tests" not in path.parts]
READING = {"get", "setdefault", "pop"}


def test_every_variable_is_documented_and_no_other() -> None:
    documented = first_column((PROJECT / "docs" / "settings.md").read_text(encoding="utf-8"))
    setup = (PROJECT / "bin" / "setup").read_text(encoding="utf-8")
    read = {*variables(SOURCES), *re.findall(r"\$\{(JEMBATAN_\w+)", setup)}
    assert sorted(documented) == sorted(read)


def variables(paths: list[Path]) -> set[str]:
    """The names looked up in os.environ, also those that a constant holds."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in paths]
    constants = {name: value for tree in trees for name, value in _constants(tree)}
    keys = [key for tree in trees for key in _keys(tree)]
    return {
        str(key.value) if isinstance(key, ast.Constant) else constants[key.id]
        for key in keys
        if isinstance(key, ast.Constant | ast.Name)
    }


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Names in capitals that the module gives to strings."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and isinstance(node.value.value, str):
                    yield target.id, node.value.value


def _keys(tree: ast.Module) -> Iterator[ast.expr]:
    """What stands in os.environ[…], os.environ.get(…) and the like."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and _is_environment(node.value):
            yield node.slice
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in READING
            and _is_environment(node.func.value)
        ):
            yield node.args[0]


def _is_environment(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "environ"
