"""What runs together starts in the order in which it is waited for."""

import subprocess
import sys

ORDER = """
import os, signal
from jembatan.platform import processes


class Part:
    def __init__(self, name):
        self.name, self.started = name, False

    def keep_running(self):
        if not self.started:
            self.started = True
            print(self.name, "starts")
        if self.name == "worker":
            os.kill(os.getpid(), signal.SIGTERM)

    def ask_to_stop(self):
        print(self.name, "is asked to stop")

    def wait(self):
        print(self.name, "has stopped")


looks = iter([False, False, True])


def is_up():
    up = next(looks)
    print("up" if up else "not up")
    return up


processes.BETWEEN = 0.3
parts = [Part(name) for name in ("web", "live", "worker", "mail watch")]
processes.run_together(*parts, is_up=is_up, once_up=lambda: print("announced"))
"""


def test_the_first_has_the_machine_to_itself_until_it_is_up_and_only_what_runs_is_stopped() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ORDER], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.splitlines() == [
        "web starts",
        "not up",
        "not up",
        "up",
        "announced",
        "live starts",
        "worker starts",
        *(f"{name} is asked to stop" for name in ("web", "live", "worker")),
        *(f"{name} has stopped" for name in ("web", "live", "worker")),
    ]
