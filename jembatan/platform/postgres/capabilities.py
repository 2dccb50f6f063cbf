"""Linux capabilities (capabilities(7)): one is kept across a change of user and handed on to the programs started then."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

DAC_OVERRIDE = 1
VERSION_3 = 0x20080522
PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Data(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def passing_through_folders() -> Iterator[None]:
    """Around a change from root to another user: CAP_DAC_OVERRIDE stays, also for child processes.

    Without it (another system, or a root that has it not) the change is a plain one.
    """
    if sys.platform != "linux":
        yield
        return
    system = ctypes.CDLL(None, use_errno=True)
    system.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0)
    yield
    mask = 1 << DAC_OVERRIDE
    data = (_Data * 2)(_Data(mask, mask, mask), _Data(0, 0, 0))
    if system.capset(ctypes.byref(_Header(VERSION_3, 0)), data) == 0:
        system.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, DAC_OVERRIDE, 0, 0)
