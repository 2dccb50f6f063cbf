"""A home for a server of the test's own."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jembatan.platform.postgres.tests.owners import eventually, is_stopped


@pytest.fixture
def home() -> Iterator[Path]:
    """An empty home with a short path, below a folder closed to others; at the end no process of it may be left."""
    with tempfile.TemporaryDirectory(prefix="jembatan-") as closed:
        folder = Path(closed).resolve() / "home"
        folder.mkdir()
        yield folder
        if (folder / "postgres").exists():
            assert eventually(lambda: is_stopped(folder))
            assert eventually(lambda: is_removed(folder))


def is_removed(folder: Path) -> bool:
    """Whether nothing of the folder is left; a server that has given up its number may still take its last files away."""
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()
