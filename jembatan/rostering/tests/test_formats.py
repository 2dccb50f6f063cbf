"""What is read comes back as it was; what cannot be meant is told with its place and its cure."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jembatan.rostering.formats.document import instance_of, read_assignments, read_instance
from jembatan.rostering.formats.problems import NotAnInstance
from jembatan.rostering.formats.shifts import Shifts, looks_like_shifts, read_shifts
from jembatan.rostering.formats.written import assignments_document, instance_document
from jembatan.rostering.instance import Assignment

DUTY = {
    "id": 0,
    "delegation": 0,
    "day": 0,
    "start": 480,
    "end": 600,
    "place": 0,
    "level": 0,
    "officers": 1,
    "priority": 2,
    "language": "en",
}
OFFICER = {
    "id": 0,
    "languages": ["en"],
    "employment": "full",
    "days": [0, 1],
    "window": [0, 1440],
    "level": 0,
}
GAME: dict[str, Any] = {
    "days": 2,
    "travel": [[0, 15], [15, 0]],
    "rules": {"work": 480, "spread": 600, "rest": 660, "days_in_7": 6, "week_work": 2880},
    "delegations": [{"id": 0, "language": "en", "size": 10}],
    "duties": [DUTY],
    "officers": [OFFICER],
}
FULL: dict[str, Any] = GAME | {
    "rules": {**GAME["rules"], "minimum_age": 17, "night": [1320, 300], "night_age": 18, "handover": 15},
    "duties": [DUTY, {**DUTY, "id": "b", "start": 580, "end": 700, "relieves": 0, "language_grade": "B2"}],
    "officers": [
        {
            **OFFICER,
            "grades": {"en": "C1"},
            "age": 20,
            "max_minutes": 900,
            "unavailable": [[0, 60]],
            "standby": [1],
            "wishes": {"delegations": [0], "days_off": [1]},
        },
        {**OFFICER, "id": "bagus"},
    ],
    "locked": [{"duty": 0, "officer": 0}],
    "clock_changes": [[1560, 60]],
    "forbidden": [{"duty": 0, "officer": "bagus"}],
    "conflicts": [{"officer": "bagus", "delegation": 0}],
    "apart": [[0, "bagus"]],
    "together": [[0, "bagus"]],
}
TEXT = "Type = 1\nJobs = 2\n0 10\n5 15\nQualifications = 2\n2: 0 1\n1: 1\n"


@pytest.mark.parametrize("document", [GAME, FULL], ids=["game", "every key"])
def test_document_comes_back_as_it_was(document: dict[str, Any]) -> None:
    assert instance_document(read_instance(json.dumps(document))) == document


def test_assignments_come_back_as_they_were() -> None:
    given = [Assignment(0, "bagus"), Assignment(1, 2)]
    assert read_assignments(json.dumps(assignments_document(given))) == given


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"duties": [{**DUTY, "end": 480}]},
            "duties[0]: ends at minute 480, no later than it starts (480). If",
        ),
        ({"duties": [{**DUTY, "start": "8:00"}]}, "duties[0].start: is '8:00'. Give a whole number."),
        (
            {"duties": [{**DUTY, "day": 1}]},
            "duties[0]: starts at minute 480, which is on day 0, not on day 1.",
        ),
        ({"duties": [{**DUTY, "day": 5}]}, "duties[0]: is on day 5, and the programme has the days 0 to 1."),
        ({"duties": [{**DUTY, "end": 2000}]}, "duties[0]: ends at minute 2000, more than six hours past"),
        ({"duties": [DUTY, DUTY]}, "duties[1]: has the id 0 of duties[0]. Give each an id of its own."),
        (
            {"duties": [DUTY, {**DUTY, "delegation": 9}]},
            "duties[1]: has the id 0 of duties[0]. Give each an id of its own.\nduties[1]: is for delegation 9",
        ),
        ({"duties": [{**DUTY, "delegation": 9}]}, "duties[0]: is for delegation 9, which is not among"),
        ({"duties": [{**DUTY, "place": 2}]}, "duties[0]: is at place 2, and travel has 2 places."),
        ({"duties": [{**DUTY, "relieves": 4}]}, "duties[0]: relieves duty 4, which is no other duty here."),
        ({"travel": [[0, 15]]}, "travel: is not square."),
        ({"travel": [[0, -1], [1, 0]]}, "travel: holds something that is no number of minutes."),
        ({"officers": [{**OFFICER, "days": [2]}]}, "officers[0].days: works on day 2, and the programme has"),
        ({"officers": [{**OFFICER, "window": [9]}]}, "officers[0].window: is [9]. Give two whole numbers"),
        ({"officers": [{**OFFICER, "grades": {"en": "B9"}}]}, "officers[0].grades: is no table of grades."),
        ({"together": [[0, 7]]}, "together: names the officer 7, who is not among the officers."),
        ({"officers": "many"}, "officers: is 'many'. Give a list."),
        ({"locked": [{"duty": 3, "officer": 0}]}, "locked: names the duty 3, which is not among the duties."),
        ({"days": None}, "days: is None. Give a whole number."),
    ],
)
def test_bad_instance_is_told_with_its_place(change: dict[str, Any], told: str) -> None:
    with pytest.raises(NotAnInstance) as refusal:
        instance_of(GAME | change)
    assert str(refusal.value).startswith(told)


def test_twenty_problems_are_enough() -> None:
    with pytest.raises(NotAnInstance) as refusal:
        instance_of(GAME | {"duties": [{}] * 100})
    assert len(refusal.value.problems) == 20


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150)
@given(st.data())
def test_whatever_stands_in_a_document_is_read_or_told(data: st.DataObject) -> None:
    document = json.loads(json.dumps(FULL))
    for _change in range(data.draw(st.integers(1, 3))):
        spot: Any = document
        while isinstance(spot, dict | list) and spot:
            key = data.draw(st.sampled_from(sorted(spot) if isinstance(spot, dict) else range(len(spot))))
            if not isinstance(spot[key], dict | list) or not spot[key] or data.draw(st.booleans()):
                spot[key] = data.draw(ANYTHING)
                break
            spot = spot[key]
    try:
        read, told = read_instance(json.dumps(document)), ""
    except NotAnInstance as refusal:
        read, told = None, str(refusal)
    assert told or (read is not None and instance_of(instance_document(read)) == read)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT.replace("Type = 1", "Type = 2"), "Type: is 2."),
        (TEXT.replace("Jobs = 2", "Jobs = 3"), "line 5: is no task."),
        (TEXT.replace("5 15", "15 5"), "line 4: is a task that ends at 5 and starts at 15."),
        (TEXT.replace("2: 0 1", "3: 0 1"), "line 6: says 3 tasks and names 2."),
        (TEXT.replace("1: 1", "1: 2"), "line 7: names task 2, and the last one is 1."),
        ("Type = 1\n", "the end: is not `Jobs = n`."),
    ],
)
def test_bad_shifts_are_told_with_their_line(text: str, told: str) -> None:
    with pytest.raises(NotAnInstance) as refusal:
        read_shifts(text)
    assert str(refusal.value).startswith(told)


def test_shifts_are_read() -> None:
    assert looks_like_shifts("# made by hand\n" + TEXT)
    assert not looks_like_shifts(json.dumps(GAME))
    assert read_shifts(TEXT) == Shifts(((0, 10), (5, 15)), (frozenset({0, 1}), frozenset({1})))


@settings(max_examples=100)
@given(st.text(alphabet="Type=1JobsQualifications 0259:\n-", max_size=60) | st.text(max_size=30))
def test_whatever_stands_in_shifts_is_read_or_told(text: str) -> None:
    for given_text in (text, TEXT[: len(text)] + text):
        try:
            told = read_shifts(given_text).tasks or "none"
        except NotAnInstance as refusal:
            told = str(refusal)
        assert told
