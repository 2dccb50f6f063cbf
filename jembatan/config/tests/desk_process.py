"""`jembatan run` as a real process on a home of its own, and its parts by name."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from jembatan.config.ports import is_free
from jembatan.platform.paths import PROJECT
from jembatan.platform.postgres.tests.owners import eventually, is_stopped

JEMBATAN = str(Path(sys.executable).with_name("jembatan"))
ADDRESS = re.compile(r"http://localhost:\d+(/sign-in/\S+)")
PATIENCE = 120.0


class DeskProcess:
    """A running desk; `sign_in` is the path that it printed."""

    def __init__(self, home: Path, *, port: int) -> None:
        self.home = home
        self.port = port
        self.said = home / "said.txt"
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(
                [JEMBATAN, "run", "--without-demo", "--port", str(port)],
                cwd=PROJECT,
                env=outside_environment(home),
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        self.sign_in = self._wait_for_address()

    def _wait_for_address(self) -> str:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if found := ADDRESS.search(self.said.read_text()):
                return found[1]
            time.sleep(0.05)
        raise AssertionError(f"jembatan run printed no address: {self.said.read_text()}")

    def part(self, command: str) -> int | None:
        """The process id of the `serve` or `worker` that this run started, if it is alive."""
        return next((pid for pid in children_of(self.process.pid) if command in arguments_of(pid)), None)

    def kill_part(self, command: str) -> None:
        """`kill -9` one part and return once another has taken its place."""
        assert eventually(lambda: self.part(command) is not None)
        killed = self.part(command)
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
        assert eventually(lambda: self.part(command) not in {None, killed})

    def end(self, number: signal.Signals) -> int:
        """Send a signal to the run alone; its exit status, once nothing of it is left."""
        self.process.send_signal(number)
        status = self.process.wait(60)
        assert eventually(lambda: is_stopped(self.home) and is_free(self.port), seconds=60)
        return status


def outside_environment(home: Path) -> dict[str, str]:
    """As in a shell of the user's: without the test run's database and settings."""
    dropped = {"DATABASE_URL", "DATABASE_POOLED", "DJANGO_SETTINGS_MODULE", "JEMBATAN_PARENT"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "JEMBATAN_HOME": str(home)}


def children_of(pid: int) -> list[int]:
    """Process ids of the direct children, by `ps`, which every system has."""
    answer = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = [line.split() for line in answer.stdout.splitlines()]
    return [int(child) for child, parent in pairs if int(parent) == pid]


def arguments_of(pid: int) -> list[str]:
    """The command line of a process, empty once it is gone."""
    answer = subprocess.run(
        ["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return answer.stdout.split()


def succeeds(question: Callable[[], bool]) -> bool:
    """Whether the question is answered with yes in good time, errors counting as no."""

    def asked() -> bool:
        try:
            return question()
        except OSError:
            return False

    return eventually(asked, seconds=PATIENCE)
