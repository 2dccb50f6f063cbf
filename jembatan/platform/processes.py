"""Processes that belong together: children that go when their parent goes, and a parent that keeps them running."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence

PARENT = "JEMBATAN_PARENT"
GLANCE = 0.1
PARENT_GLANCE = 0.5
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
GRACE = 20.0
BETWEEN = 1.5
"""Seconds from one start to the next: each takes that long."""


def go_with_parent(
    stop: Callable[[], None] = lambda: os.kill(os.getpid(), signal.SIGTERM), *, parent: int | None = None
) -> None:
    """Call `stop` once the parent that started this process is gone, even by `kill -9`; returns at once.

    The parent's number comes in the environment, so that one killed before this call is noticed too; a child of a child has to be
    told it, since it inherits the environment. Nothing happens where there is none: a process started by hand lives by itself.
    """
    number = parent or int(os.environ.get(PARENT, 0))
    if not number:
        return

    def watch() -> None:
        while os.getppid() == number:
            time.sleep(PARENT_GLANCE)
        stop()

    threading.Thread(target=watch, name="go-with-parent", daemon=True).start()


class Child:
    """A command that is started again when it ends by itself, after a pause that grows while it keeps failing."""

    def __init__(self, name: str, arguments: Sequence[str], *, environment: Mapping[str, str]) -> None:
        self.name = name
        self.arguments = arguments
        self.environment = environment
        self.pause = FIRST_PAUSE
        self.started_at = self.restart_at = 0.0
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process in a session of its own, so that Ctrl+C reaches only the parent."""
        environment = {**self.environment, PARENT: str(os.getpid())}
        self.process = subprocess.Popen(self.arguments, env=environment, start_new_session=True)
        self.started_at = time.monotonic()

    def keep_running(self) -> None:
        """Notice an unexpected end, and start the process again when its pause is over."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            lived_long = now - self.started_at > LONGEST_PAUSE
            self.pause = FIRST_PAUSE if lived_long else min(self.pause * 2, LONGEST_PAUSE)
            self.restart_at = now + self.pause
            status, self.process = self.process.returncode, None
            print(f"{self.name} ended unexpectedly ({status}); starting it again.", file=sys.stderr)
        if self.process is None and now >= self.restart_at:
            self.start()

    def ask_to_stop(self) -> None:
        """Ask the process to end."""
        if self.process is not None:
            self.process.terminate()

    def wait(self) -> None:
        """Return when the process has ended; insists after 20 seconds."""
        if self.process is None:
            return
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def run_together(
    first: Child, *others: Child, is_up: Callable[[], bool], once_up: Callable[[], None]
) -> None:
    """Run all of them until this process is asked to stop (Ctrl+C, SIGTERM, a closed terminal); then stop them all.

    `once_up` is called one time, as soon as `is_up` says so. The others come after that, one by one: somebody waits for the first, who has
    the machine to itself until then.
    """
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stopping.set())
    running, waiting = [first], list(others)
    next_at: float | None = None
    try:
        while not stopping.wait(GLANCE):
            for child in running:
                child.keep_running()
            if next_at is None:
                if is_up():
                    once_up()
                    next_at = time.monotonic()
            elif waiting and time.monotonic() >= next_at:
                running.append(waiting.pop(0))
                next_at = time.monotonic() + BETWEEN
    finally:
        for child in running:
            child.ask_to_stop()
        for child in running:
            child.wait()
