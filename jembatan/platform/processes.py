"""Processes that belong together: children that go when their parent goes, and a parent that keeps them running."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable

PARENT = "JEMBATAN_PARENT"
GLANCE = 0.5
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
GRACE = 20.0


def go_with_parent(stop: Callable[[], None] = lambda: os.kill(os.getpid(), signal.SIGTERM)) -> None:
    """Call `stop` once this process has been orphaned (`kill -9` of the parent); returns at once."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(GLANCE)
        stop()

    threading.Thread(target=watch, name="go-with-parent", daemon=True).start()


class Child:
    """A command that is started again when it ends by itself, after a pause that grows while it keeps failing."""

    def __init__(self, name: str, arguments: list[str], *, environment: dict[str, str]) -> None:
        self.name = name
        self.arguments = arguments
        self.environment = environment
        self.pause = FIRST_PAUSE
        self.restart_at = 0.0
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process in a group of its own, so that Ctrl+C reaches only the parent."""
        self.process = subprocess.Popen(self.arguments, env=self.environment, start_new_session=True)
        self.started_at = time.monotonic()

    def keep_running(self) -> None:
        """Notice an unexpected end, and start the process again when its pause is over."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            print(f"{self.name} ended unexpectedly ({self.process.returncode}); starting it again.", file=sys.stderr)
            self.pause = FIRST_PAUSE if now - self.started_at > LONGEST_PAUSE else min(self.pause * 2, LONGEST_PAUSE)
            self.restart_at, self.process = now + self.pause, None
        if self.process is None and now >= self.restart_at:
            self.start()

    def stop(self) -> None:
        """Ask the process to end, and insist after 20 seconds."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def run_together(children: list[Child]) -> None:
    """Keep all children running until this process is asked to stop (Ctrl+C or SIGTERM); then stop them, last first."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stopping.set())
    try:
        while not stopping.wait(GLANCE / 2):
            for child in children:
                child.keep_running()
    finally:
        for child in reversed(children):
            child.stop()
