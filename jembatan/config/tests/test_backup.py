"""A backup holds the whole installation; a restore brings it back, whole or not at all."""

import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jembatan.config.tests.desk_process import JEMBATAN, outside_environment
from jembatan.platform.paths import PROJECT
from jembatan.platform.postgres import open_database
from jembatan.platform.postgres.tests.owners import ask, eventually, is_stopped

DESKS = "SELECT string_agg(name, ', ' ORDER BY name) FROM accounts_desk"
MIGRATE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
OPEN_DESK = """
from jembatan.accounts.actions.desks import open_desk
from jembatan.platform.files.store import keep
open_desk("Meja {0}")
keep(b"lampiran {0}")
"""


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder with the installation `home` (a desk and a stored file) and its backup `week.tar`."""
    with tempfile.TemporaryDirectory(prefix="jembatan-") as folder:
        place = Path(folder).resolve()
        succeed(place / "home", "manage", "shell", "-v0", "-c", MIGRATE + OPEN_DESK.format("Satu"))
        answer = json.loads(succeed(place / "home", "backup", str(place / "week.tar"), "--json"))
        assert (answer["file"], answer["files"]) == (str(place / "week.tar"), 1)
        yield place
        assert eventually(lambda: all(is_stopped(path.parent) for path in place.glob("*/postgres")))


def test_backup_is_one_private_tar_file_and_leaves_nothing_else(place: Path) -> None:
    with tarfile.open(place / "week.tar") as tar:
        names = tar.getnames()
    assert names[:3] == ["about.json", "database.dump", "secret.key"]
    assert [Path(name).parts[0] for name in names[3:]] == ["files"]
    assert (place / "week.tar").stat().st_mode & 0o777 == 0o600
    assert not (place / ".week.tar.draft").exists()


def test_restore_brings_back_desk_files_and_key_and_replaces_only_when_told(place: Path) -> None:
    home = place / "other"
    succeed(home, "restore", str(place / "week.tar"), "--json")
    assert (desks(home), contents(home)) == ("Meja Satu", {b"lampiran Satu"})
    assert (home / "secret.key").read_text() == (place / "home" / "secret.key").read_text()
    assert not (home / "restore.draft").exists()

    succeed(home, "manage", "shell", "-v0", "-c", OPEN_DESK.format("Dua"))
    refused = jembatan(home, "restore", str(place / "week.tar"))
    assert (refused.returncode, refused.stderr.strip()) == (
        1,
        "Error: This installation holds a desk already; --replace puts the backup in its place.",
    )
    assert (desks(home), len(contents(home))) == ("Meja Dua, Meja Satu", 2)

    succeed(home, "restore", str(place / "week.tar"), "--replace")
    assert (desks(home), contents(home)) == ("Meja Satu", {b"lampiran Satu"})


@pytest.mark.parametrize("length", [0, 700, 20_000])
def test_restore_of_a_broken_file_changes_nothing(place: Path, length: int) -> None:
    broken = place / "broken.tar"
    broken.write_bytes((place / "week.tar").read_bytes()[:length])
    refused = jembatan(place / "home", "restore", str(broken), "--replace")
    assert (refused.returncode, refused.stderr.strip()) == (
        1,
        f"Error: {broken} is not a backup that can be restored. It is not a whole tar file.",
    )
    assert (desks(place / "home"), contents(place / "home")) == ("Meja Satu", {b"lampiran Satu"})


def test_restore_of_a_torn_database_changes_nothing(place: Path) -> None:
    torn = place / "torn.tar"
    rewrite(place / "week.tar", torn)
    refused = jembatan(place / "home", "restore", str(torn), "--replace")
    assert (refused.returncode, desks(place / "home")) == (1, "Meja Satu")


def test_backup_to_a_missing_folder_is_refused(place: Path) -> None:
    refused = jembatan(place / "home", "backup", str(place / "nowhere" / "week.tar"))
    assert (refused.returncode, refused.stderr.strip()) == (
        1,
        f"Error: {place / 'nowhere' / 'week.tar'} cannot be written: No such file or directory.",
    )


def rewrite(source: Path, target: Path) -> None:
    """The same backup with the last quarter of its database missing."""
    with tarfile.open(source) as whole, tarfile.open(target, "w") as torn:
        for member in whole:
            content = whole.extractfile(member)
            if member.name == "database.dump":
                member.size = member.size * 3 // 4
            torn.addfile(member, content)


def jembatan(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One command on an installation of its own."""
    return subprocess.run(
        [JEMBATAN, *arguments],
        env=outside_environment(home),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )


def succeed(home: Path, *arguments: str) -> str:
    """Its standard output, once it has succeeded."""
    done = jembatan(home, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def desks(home: Path) -> object:
    """The names of the desks in an installation."""
    with open_database(home) as lease:
        return ask(lease.dsn, DESKS)


def contents(home: Path) -> set[bytes]:
    """What the installation's file storage holds."""
    return {path.read_bytes() for path in (home / "files").rglob("*") if path.is_file()}
