"""An importer of its own, so that these tests know no domain."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jembatan.platform.imports.importer import only
from jembatan.platform.imports.tests.letters import LettersImporter


@pytest.fixture
def letters() -> Iterator[LettersImporter]:
    """The only importer while the test runs."""
    importer = LettersImporter()
    with only(importer):
        yield importer


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Write a file of these lines."""

    def write(*lines: str, name: str = "a.letters") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines))
        return path

    return write
