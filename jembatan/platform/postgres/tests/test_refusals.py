"""What cannot be run is refused in one sentence, and half-made things do no harm."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from jembatan.platform.postgres import DatabaseRefused, binaries, open_database
from jembatan.platform.postgres.binaries import VARIABLE, Binaries, find_binaries
from jembatan.platform.postgres.data_directory import make_data_directory
from jembatan.platform.postgres.layout import Layout
from jembatan.platform.postgres.tests.owners import ask, eventually, is_stopped


def test_data_of_another_major_version_are_refused_and_left_alone(home: Path) -> None:
    data = Layout(home).data
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("12\n")
    major = find_binaries().major
    with pytest.raises(DatabaseRefused) as refusal:
        open_database(home)
    assert str(refusal.value) == (
        f"The data in {data} were made by PostgreSQL 12 and cannot be opened by PostgreSQL {major}; "
        "set JEMBATAN_POSTGRES_BIN to the programs of PostgreSQL 12."
    )
    assert [path.name for path in data.iterdir()] == ["PG_VERSION"]


def test_folder_without_a_version_is_refused(home: Path) -> None:
    data = Layout(home).data
    data.mkdir(parents=True)
    with pytest.raises(DatabaseRefused, match="is not a PostgreSQL data directory"):
        open_database(home)


def test_interrupted_initialisation_is_done_again(home: Path) -> None:
    draft = Layout(home).data.with_name("data.draft")
    draft.mkdir(parents=True)
    (draft / "PG_VERSION").write_text("half")
    with open_database(home, fast=True) as lease:
        assert ask(lease.dsn, "SELECT 1") == 1
    assert not draft.exists()


def test_process_number_taken_by_another_program_does_not_stop_the_server(home: Path) -> None:
    with open_database(home, fast=True):
        left_behind = (Layout(home).data / "postmaster.pid").read_text()
    assert eventually(lambda: is_stopped(home))
    lines = [str(os.getpid()), *left_behind.splitlines()[1:]]
    (Layout(home).data / "postmaster.pid").write_text("\n".join(lines) + "\n")
    with open_database(home, fast=True) as lease:
        assert ask(lease.dsn, "SELECT 1") == 1


def test_named_folder_without_programs_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(home))
    with pytest.raises(DatabaseRefused) as refusal:
        open_database(home)
    assert str(refusal.value) == (
        f"JEMBATAN_POSTGRES_BIN is {home}, where no working PostgreSQL programs are."
    )


def test_named_folder_with_programs_is_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_binaries()
    (home / "bin").symlink_to(found.folder)
    monkeypatch.setenv(VARIABLE, str(home / "bin"))
    find_binaries.cache_clear()
    try:
        assert find_binaries().folder == home / "bin"
    finally:
        find_binaries.cache_clear()


@pytest.fixture
def without_the_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in whose `N/bin` the system's own programs are looked for."""
    monkeypatch.setattr(binaries, "_wheel_folders", lambda: iter(()))
    monkeypatch.setattr(binaries, "SYSTEM_FOLDERS", (f"{tmp_path}/*/bin",))
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.delenv(VARIABLE, raising=False)
    find_binaries.cache_clear()
    yield tmp_path
    find_binaries.cache_clear()


def install_programs(system: Path, major: int) -> Path:
    """Programs that say their version and do nothing else."""
    folder = system / str(major) / "bin"
    folder.mkdir(parents=True)
    for name in ("postgres", "initdb"):
        (folder / name).write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {major}.1'\n")
        (folder / name).chmod(0o755)
    return folder


def test_system_s_newest_programs_serve_where_the_wheel_is_missing(without_the_wheel: Path) -> None:
    newest = [install_programs(without_the_wheel, major) for major in (9, 14, 15, 17)][-1]
    assert find_binaries() == Binaries(newest, 17)


def test_programs_older_than_15_are_refused(without_the_wheel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = install_programs(without_the_wheel, 14)
    with pytest.raises(DatabaseRefused, match="There is no PostgreSQL 15 or newer here"):
        find_binaries()
    monkeypatch.setenv(VARIABLE, str(old))
    with pytest.raises(DatabaseRefused, match="names PostgreSQL 14; Jembatan needs 15 or newer"):
        find_binaries()


def test_existing_data_are_kept_by_a_second_initialisation(home: Path) -> None:
    data = Layout(home).data
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text(f"{find_binaries().major}\n")
    (data / "kept").touch()
    make_data_directory(data, find_binaries(), fast=True)
    assert (data / "kept").exists()
