"""The server runs while anybody holds a lease, and no longer."""

from pathlib import Path

from jembatan.platform.postgres import open_database
from jembatan.platform.postgres.tests.owners import (
    ask,
    assert_open,
    end,
    eventually,
    is_stopped,
    server_pid,
    start_owner,
    tell,
)


def test_open_database_makes_a_database_that_knows_unicode(home: Path) -> None:
    with open_database(home, fast=True) as lease:
        assert ask(lease.dsn, "SELECT current_database()") == "jembatan"
        assert ask(lease.dsn, "SELECT lower('ÉCOLE ŁÓDŹ')") == "école łódź"
        assert ask(lease.dsn, "SHOW server_encoding") == "UTF8"


def test_data_are_kept_from_one_lease_to_the_next(home: Path) -> None:
    with open_database(home, fast=True) as lease:
        tell(lease.dsn, "CREATE TABLE note AS SELECT 'kept' AS text")
    assert eventually(lambda: is_stopped(home))
    with open_database(home, fast=True) as lease:
        assert ask(lease.dsn, "SELECT text FROM note") == "kept"


def test_server_stops_with_the_last_of_several_leases(home: Path) -> None:
    owner = start_owner(home)
    lease = open_database(home, fast=True)
    end(owner)
    assert ask(lease.dsn, "SELECT 1") == 1
    lease.close()
    assert eventually(lambda: is_stopped(home))


def test_close_may_be_called_twice(home: Path) -> None:
    lease = open_database(home, fast=True)
    lease.close()
    lease.close()
    assert eventually(lambda: is_stopped(home))


def test_lease_taken_while_the_server_stops_gets_a_server(home: Path) -> None:
    for _ in range(5):
        with open_database(home, fast=True) as lease:
            assert ask(lease.dsn, "SELECT 1") == 1


def test_owners_that_start_at_the_same_moment_share_one_server(home: Path) -> None:
    owners = [start_owner(home, wait=False) for _ in range(4)]
    for owner in owners:
        assert_open(owner)
    pid = server_pid(home)
    for owner in owners[:3]:
        end(owner)
    assert pid is not None
    assert server_pid(home) == pid
    end(owners[3])
    assert eventually(lambda: is_stopped(home))
