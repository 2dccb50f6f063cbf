"""`jembatan run` in real processes: it starts, signs in, ends in order, and survives `kill -9` of any part."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.trial import unused_port
from jembatan.config.tests.desk_process import DeskProcess, succeeds
from jembatan.config.tests.visitor import Visitor
from jembatan.platform.postgres.tests.owners import keeper_pid, server_pid


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """One installation for all tests here: the first start makes its database."""
    with tempfile.TemporaryDirectory(prefix="jembatan-") as folder:
        yield Path(folder).resolve()


@pytest.fixture
def desk_process(home: Path) -> Iterator[DeskProcess]:
    """A desk that runs; killed if the test has not ended it."""
    desk = DeskProcess(home, port=unused_port())
    yield desk
    if desk.process.poll() is None:
        desk.end(signal.SIGKILL)


def test_run_signs_in_once_and_ends_in_order(desk_process: DeskProcess) -> None:
    visitors = [Visitor(desk_process.port), Visitor(desk_process.port)]
    assert [visitor.sign_in(desk_process.sign_in) for visitor in visitors] == [302, 403]
    assert [visitor.is_signed_in() for visitor in visitors] == [True, False]
    assert desk_process.end(signal.SIGINT) == 0


def test_killed_parts_are_started_again_and_nothing_is_lost(desk_process: DeskProcess) -> None:
    visitor = Visitor(desk_process.port)
    assert visitor.sign_in(desk_process.sign_in) == 302
    desk_process.kill_part("worker")
    desk_process.kill_part("serve")
    assert succeeds(visitor.is_signed_in)
    for pid in (server_pid(desk_process.home), keeper_pid(desk_process.home)):
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
    assert succeeds(visitor.is_signed_in)
    assert desk_process.end(signal.SIGTERM) == 0


def test_killed_run_takes_its_parts_along_and_starts_again(desk_process: DeskProcess) -> None:
    assert desk_process.end(signal.SIGKILL) == -signal.SIGKILL
    again = DeskProcess(desk_process.home, port=desk_process.port)
    signed_in = Visitor(again.port).sign_in(again.sign_in)
    assert (signed_in, again.end(signal.SIGINT)) == (302, 0)
