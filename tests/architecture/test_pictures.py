"""The pictures that documents show: all are there, none is left over, none is heavy, and each is one that `bin/pictures` takes."""

import re
from pathlib import Path

import pytest

from demo import cast
from demo.pictures import BRIEF, FOLDER, MARIA, PICTURES, RATNA
from tests.architecture.house import PROJECT

NAMED = re.compile(r"pictures/([a-z-]+\.(?:webp|png))")
DOCUMENTS = [PROJECT / "README.md", *(PROJECT / "docs").rglob("*.md")]


def test_documents_show_the_pictures_that_are_there() -> None:
    named = {name for path in DOCUMENTS for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert named == {path.name for path in FOLDER.iterdir()}


def test_pictures_are_those_that_the_command_takes() -> None:
    taken = {f"{name}.webp" for name in (BRIEF, *(picture.name for picture in PICTURES))}
    assert {path.name for path in FOLDER.iterdir()} == taken


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_picture_is_light(path: Path) -> None:
    assert path.stat().st_size < 150_000


def test_readers_of_the_pictures_work_at_the_demo_office() -> None:
    assert [cast.HEAD.email, cast.SECOND_OFFICER.email] == [RATNA, MARIA]
