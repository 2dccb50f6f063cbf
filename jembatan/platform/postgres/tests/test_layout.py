"""No TCP, and a socket that only its owner reaches, under an address the system can hold."""

import os
import shutil
import stat
from pathlib import Path

import psycopg
import pytest

from jembatan.platform.postgres import DatabaseRefused, open_database
from jembatan.platform.postgres.layout import LONGEST_SOCKET_PATH, Layout
from jembatan.platform.postgres.tests.owners import ask, eventually, is_stopped


def test_server_listens_on_its_socket_alone(home: Path) -> None:
    with open_database(home, fast=True) as lease:
        assert ask(lease.dsn, "SHOW listen_addresses") == ""
        assert ask(lease.dsn, "SHOW unix_socket_directories") == str(Layout(home).socket_folder)
        assert ask(lease.dsn, "SELECT inet_server_addr()") is None


def test_log_names_what_went_wrong_without_whom_it_was_about(home: Path) -> None:
    told = "INSERT INTO guest VALUES ('+628110000123', 'insulin')"
    with open_database(home, fast=True) as lease:
        with psycopg.connect(lease.dsn, autocommit=True) as connection:
            connection.execute("CREATE TABLE guest (phone text PRIMARY KEY, note text)")
            connection.execute(told)
            with pytest.raises(psycopg.errors.UniqueViolation):
                connection.execute(told)
        log = Layout(home).log.read_text()
    assert "guest_pkey" in log
    assert "628110000123" not in log
    assert "insulin" not in log


def test_folders_are_closed_to_others(home: Path) -> None:
    layout = Layout(home)
    layout.prepare()
    modes = [stat.S_IMODE(folder.stat().st_mode) for folder in (layout.folder, layout.socket_folder)]
    assert modes == [0o700, 0o700]


def test_long_home_gets_a_short_socket_address(home: Path) -> None:
    deep = home / ("long-name-of-a-department" * 4) / "jembatan"
    layout = Layout(deep)
    try:
        with open_database(deep, fast=True) as lease:
            assert ask(lease.dsn, "SELECT 1") == 1
        assert layout.socket_folder.parent == Path("/tmp")
        assert len(os.fsencode(layout.socket)) <= LONGEST_SOCKET_PATH
        assert stat.S_IMODE(layout.socket_folder.stat().st_mode) == 0o700
        assert eventually(lambda: is_stopped(deep))
    finally:
        shutil.rmtree(layout.socket_folder, ignore_errors=True)


def test_socket_folder_that_is_a_link_is_refused(home: Path) -> None:
    layout = Layout(home)
    layout.folder.mkdir()
    layout.socket_folder.symlink_to(home)
    with pytest.raises(DatabaseRefused, match="belongs to somebody else"):
        layout.prepare()
