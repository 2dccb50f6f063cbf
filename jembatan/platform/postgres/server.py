"""The server process: started as a child or adopted from an earlier keeper, watched, and stopped."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Self

from jembatan.platform.postgres.binaries import Binaries
from jembatan.platform.postgres.layout import Layout
from jembatan.platform.postgres.tuning import server_arguments

GLANCE = 0.01
PATIENCE = 60.0


class Server:
    """One running `postgres`, known by its process id; `child` unless an earlier keeper started it."""

    def __init__(self, layout: Layout, *, pid: int, child: subprocess.Popen[bytes] | None = None) -> None:
        self.layout = layout
        self.pid = pid
        self.child = child

    @classmethod
    def start(cls, layout: Layout, binaries: Binaries, *, fast: bool) -> Self:
        """Start in the foreground as a child of this process, listening on the socket only."""
        forget_dead_server(layout)
        arguments = ["-D", str(layout.data), "-k", str(layout.socket_folder), *server_arguments(fast=fast)]
        child = subprocess.Popen([binaries.program("postgres"), *arguments])
        return cls(layout, pid=child.pid, child=child)

    @classmethod
    def adopt(cls, layout: Layout) -> Self | None:
        """The server that a killed keeper left running on these data, if it listens."""
        pid = postmaster_pid(layout.data)
        if pid is None or not is_postmaster(pid, layout.data) or not listens(layout.socket):
            return None
        return cls(layout, pid=pid)

    def is_running(self) -> bool:
        """Whether the process still exists."""
        if self.child is not None:
            return self.child.poll() is None
        return is_postmaster(self.pid, self.layout.data)

    def wait_until_ready(self) -> bool:
        """True once the server takes connections, which after a crash takes its recovery; False when it ended."""
        while self.is_running():
            if _status(self.layout.data, self.pid) == "ready":
                return True
            time.sleep(GLANCE)
        return False

    def stop(self) -> None:
        """Fast shutdown: clients are cut off, everything committed is on disk; insists after a minute."""
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end:
                if not self.is_running():
                    return
                time.sleep(GLANCE)


def postmaster_pid(data: Path) -> int | None:
    """The process id in postmaster.pid, alive or not."""
    lines = _pid_file(data)
    return int(lines[0]) if lines and lines[0].strip().isdigit() else None


def forget_dead_server(layout: Layout) -> None:
    """Remove the lock files of a killed server whose number is still taken, by another program or by its own zombie.

    PostgreSQL would take either for a running server; whether its shared memory is still in use it looks at itself.
    """
    pid = postmaster_pid(layout.data)
    if pid is not None and not is_postmaster(pid, layout.data):
        (layout.data / "postmaster.pid").unlink(missing_ok=True)
        layout.socket.with_name(f"{layout.socket.name}.lock").unlink(missing_ok=True)


def is_postmaster(pid: int, data: Path) -> bool:
    """Whether this process is a server on these data, and not a stranger with a recycled number or a zombie."""
    arguments = _arguments_of(pid)
    return "-D" in arguments and str(data) in arguments


def listens(path: Path) -> bool:
    """Whether somebody accepts connections at this socket."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True


def _status(data: Path, pid: int) -> str:
    """The eighth line of postmaster.pid, such as `starting` or `ready`, if the file is of this process."""
    lines = _pid_file(data)
    return lines[7].strip() if len(lines) > 7 and lines[0].strip() == str(pid) else ""


def _pid_file(data: Path) -> list[str]:
    try:
        return (data / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []


def _arguments_of(pid: int) -> list[str]:
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace").split("\0")
        except OSError:
            return []
    answer = subprocess.run(
        ["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return answer.stdout.split()
