"""What is said to take long exists, and comes first."""

from tests.architecture.house import PROJECT
from tests.order import LONGEST, JourneysTogether, within


def test_what_takes_long_is_there() -> None:
    assert [place for place in LONGEST if not (PROJECT / place).exists()] == []


def test_a_folder_is_not_the_beginning_of_a_name() -> None:
    assert within("tests/dav/test_feeds.py::test_a[b::c]", "tests/dav")
    assert not within("tests/dav2/test_feeds.py::test_a", "tests/dav")


def test_journeys_are_one_piece_of_work_and_other_files_one_each() -> None:
    split = JourneysTogether._split_scope
    scheduling = JourneysTogether.__new__(JourneysTogether)
    assert {split(scheduling, f"tests/journeys/test_{name}.py::test_it") for name in "ab"} == {
        "tests/journeys"
    }
    assert split(scheduling, "tests/access/test_nul.py::test_it") == "tests/access/test_nul.py"
