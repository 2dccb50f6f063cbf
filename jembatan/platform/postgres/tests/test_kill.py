"""`kill -9` of the server, of its owner, of its keeper, and of several at once."""

import os
import signal
from pathlib import Path

from jembatan.platform.postgres import open_database
from jembatan.platform.postgres.layout import Layout
from jembatan.platform.postgres.tests.owners import (
    ask,
    end,
    eventually,
    is_stopped,
    keeper_pid,
    server_pid,
    start_owner,
    tell,
)


def kill(pid: int | None) -> None:
    assert pid is not None
    os.kill(pid, signal.SIGKILL)


def test_server_stops_when_its_only_owner_is_killed(home: Path) -> None:
    owner = start_owner(home)
    kill(owner.pid)
    end(owner)
    assert eventually(lambda: is_stopped(home))


def test_killed_server_is_started_again_with_everything_committed(home: Path) -> None:
    with open_database(home) as lease:
        tell(lease.dsn, "CREATE TABLE note AS SELECT 'committed' AS text")
        killed = server_pid(home)
        kill(killed)
        assert ask(lease.dsn, "SELECT text FROM note") == "committed"
        assert eventually(lambda: server_pid(home) not in {None, killed})


def test_killed_keeper_is_replaced_by_one_that_adopts_the_server(home: Path) -> None:
    with open_database(home, fast=True) as lease:
        pid, killed = server_pid(home), keeper_pid(home)
        kill(killed)
        assert eventually(lambda: keeper_pid(home) not in {None, killed})
        assert ask(lease.dsn, "SELECT 1") == 1
        assert server_pid(home) == pid
    assert eventually(lambda: is_stopped(home))


def test_killed_keeper_is_replaced_though_its_owner_has_a_forked_copy(home: Path) -> None:
    owner = start_owner(home, fork=True)
    killed = keeper_pid(home)
    kill(killed)
    assert eventually(lambda: keeper_pid(home) not in {None, killed})
    end(owner)


def test_adopted_server_is_started_again_when_killed(home: Path) -> None:
    with open_database(home, fast=True) as lease:
        killed = keeper_pid(home)
        kill(killed)
        assert eventually(lambda: keeper_pid(home) not in {None, killed})
        kill(server_pid(home))
        assert ask(lease.dsn, "SELECT 1") == 1


def test_server_left_by_killed_owner_and_keeper_is_adopted(home: Path) -> None:
    owner = start_owner(home)
    pid = server_pid(home)
    os.kill(owner.pid, signal.SIGSTOP)
    kill(keeper_pid(home))
    kill(owner.pid)
    end(owner)
    assert server_pid(home) == pid
    with open_database(home, fast=True) as lease:
        assert ask(lease.dsn, "SELECT 1") == 1
        assert server_pid(home) == pid


def test_server_and_keeper_killed_at_once_are_replaced_under_a_living_lease(home: Path) -> None:
    with open_database(home) as lease:
        tell(lease.dsn, "CREATE TABLE note AS SELECT 'committed' AS text")
        for pid in (server_pid(home), keeper_pid(home)):
            kill(pid)
        assert ask(lease.dsn, "SELECT text FROM note") == "committed"


def test_everything_killed_at_once_is_survived(home: Path) -> None:
    owner = start_owner(home, fast=False)
    tell(Layout(home).dsn(), "CREATE TABLE note AS SELECT 'committed' AS text")
    for pid in (owner.pid, keeper_pid(home), server_pid(home)):
        kill(pid)
    end(owner)
    with open_database(home) as lease:
        assert ask(lease.dsn, "SELECT text FROM note") == "committed"
