"""Waiting until the disk has it: what was written outlives a loss of power."""

import os
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

AT_ONCE = 16


def sync(paths: Collection[Path]) -> None:
    """Contents of files, or the entries of folders. Waits side by side, so that a file system commits many at a time."""
    if len(paths) == 1:
        _sync(*paths)
    elif paths:
        with ThreadPoolExecutor(min(AT_ONCE, len(paths))) as waiting:
            list(waiting.map(_sync, paths))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
