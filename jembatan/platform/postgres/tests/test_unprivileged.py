"""Root's server runs as somebody else: in a user namespace, or as the user nobody."""

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from jembatan.platform.postgres import open_database
from jembatan.platform.postgres.layout import Layout
from jembatan.platform.postgres.tests.owners import PROJECT, ask, eventually, is_stopped, server_pid
from jembatan.platform.postgres.unprivileged import SERVANT, hand_over

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives privileges up")
PROBE = (
    "from jembatan.platform.postgres.unprivileged import enter_user_namespace as e; raise SystemExit(not e())"
)


def has_user_namespaces() -> bool:
    return subprocess.run([sys.executable, "-c", PROBE], cwd=PROJECT, check=False).returncode == 0


def real_user_of(pid: int | None) -> int:
    return Path(f"/proc/{pid}").stat().st_uid


@as_root
def test_files_stay_with_root_in_a_user_namespace(home: Path) -> None:
    if not has_user_namespaces():
        pytest.skip("this kernel allows no user namespaces")
    with open_database(home, fast=True) as lease:
        assert ask(lease.dsn, "SELECT 1") == 1
        assert Layout(home).data.stat().st_uid == 0


@as_root
def test_folder_of_the_servant_is_served_by_the_servant_below_a_closed_folder(home: Path) -> None:
    servant = pwd.getpwnam(SERVANT)
    Layout(home).prepare()
    hand_over(Layout(home).folder, servant)
    with open_database(home, fast=True) as lease:
        assert ask(lease.dsn, "SELECT 1") == 1
        assert real_user_of(server_pid(home)) == servant.pw_uid
        assert Layout(home).data.stat().st_uid == servant.pw_uid
    assert eventually(lambda: is_stopped(home))


@as_root
def test_ordinary_user_is_left_as_it_is(home: Path) -> None:
    servant = pwd.getpwnam(SERVANT)
    script = (
        "import os; from jembatan.platform.postgres.layout import Layout; from pathlib import Path;"
        "from jembatan.platform.postgres.unprivileged import become_unprivileged;"
        f"os.setuid({servant.pw_uid}); become_unprivileged(Layout(Path('/nowhere'))); print(os.geteuid())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert answer.stdout == f"{servant.pw_uid}\n"
