"""What is said to take long exists, and comes first."""

from tests.architecture.house import PROJECT
from tests.order import LONGEST, WHOLE, FoldersWhole, within


def test_what_takes_long_is_there() -> None:
    assert [place for place in LONGEST if not (PROJECT / place).exists()] == []


def test_a_folder_is_not_the_beginning_of_a_name() -> None:
    assert within("tests/dav/test_feeds.py::test_a[b::c]", "tests/dav")
    assert not within("tests/dav2/test_feeds.py::test_a", "tests/dav")


def test_folders_that_share_are_one_piece_of_work_and_other_files_one_each() -> None:
    split = FoldersWhole._split_scope
    scheduling = FoldersWhole.__new__(FoldersWhole)
    for folder in WHOLE:
        assert {split(scheduling, f"{folder}/test_{name}.py::test_it") for name in "ab"} == {folder}
    assert split(scheduling, "tests/dav/test_feeds.py::test_it") == "tests/dav/test_feeds.py"
