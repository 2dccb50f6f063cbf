"""Work in a process of its own, which may be killed in the middle of it."""

import os
import signal
import sys
import warnings
from collections.abc import Callable, Collection
from types import FrameType

from django.db import connections


def forked(work: Callable[[], object]) -> int:
    """The id of a child that does the work and ends: status 0 when it came to its end, else 1.

    The parent's connections are put aside in the child, not closed: closing one would say goodbye on the parent's socket. There may be
    two: where a browser's event loop runs in this thread, the child, in which it does not, finds another one under the same name. Speaking on
    either, and dying in the middle, would leave a transaction open that no one ends.
    """
    parents = connections["default"]
    parents.ensure_connection()
    with warnings.catch_warnings():
        # the child touches nothing of the parent's threads
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid:
        return pid
    kept = []
    for each in (parents, connections["default"]):
        kept.append(each.connection)
        each.connection = None
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status if any(kept) else 2)


def killed_at(step: int, *, among: Collection[str]) -> None:
    """From here on this process counts calls whose place, as in `…/smtplib.py::send()`, has such a part, and ends by `kill -9` at one of them."""
    sys.setprofile(_Killer(step, among))


class _Killer:
    def __init__(self, step: int, among: Collection[str]) -> None:
        self.left = step
        self.among = among

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        if event != "call":
            return
        place = f"{frame.f_code.co_filename}::{frame.f_code.co_name}()"
        if any(part in place for part in self.among):
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)
