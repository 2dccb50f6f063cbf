"""The demo office on trial: `jembatan run` with a database of its own, as the browser tests and the pictures need it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

JEMBATAN = Path(sys.executable).parent / "jembatan"
ADDRESS = re.compile(r"(http://localhost:\d+)/sign-in/\S+")


@dataclass
class Office:
    """A running installation: where it answers and where it keeps its files."""

    home: Path
    site: str
    process: "subprocess.Popen[str]"

    def command(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run `jembatan …` beside it, on the same database; fails loudly."""
        return subprocess.run(
            [JEMBATAN, *arguments],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=300,
        )

    def sign_in_address(self, email: str) -> str:
        """A one-time address for this user."""
        answer: dict[str, str] = json.loads(self.command("sign-in", email, "--json").stdout)
        return answer["address"]

    @property
    def environment(self) -> dict[str, str]:
        """Our own home, and nothing of the database that other tests use."""
        return _environment(self.home) | {"PUBLIC_URL": self.site}

    def close(self) -> None:
        """As Ctrl+C does."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=60)


def open_office(home: Path) -> Office:
    """Start it and wait until it has printed its address. Two may be opened at the same moment: each gets its own port."""
    command = [str(JEMBATAN), "run", "--port", str(unused_port())]
    with (home / "log").open("w") as log:
        process = subprocess.Popen(
            command, env=_environment(home), stdout=subprocess.PIPE, stderr=log, text=True
        )
    assert process.stdout is not None
    for line in process.stdout:
        if found := ADDRESS.search(line):
            return Office(home, found[1], process)
    raise AssertionError(f"jembatan run ended with {process.wait()}: {(home / 'log').read_text()[-2000:]}")


def unused_port() -> int:
    """One that the system has just given out, and gives to nobody else for a while."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _environment(home: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "JEMBATAN_CHILD"}
    }
    return {**kept, "JEMBATAN_HOME": str(home)}
